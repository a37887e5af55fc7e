import type { Space } from "./Space.ts";

/**
 * Whether this journal still reads what is new in a space and can write there. A server refuses who was
 * removed before they can read by whom, so its word counts, too: nothing is erased for it.
 */
export function takesPart({
  state,
  status: { exchange },
}: Pick<Space, "state" | "status">): boolean {
  if (state.type !== "open") return false;
  const isOut =
    exchange.type === "refused" &&
    (exchange.why.type === "NotMember" || exchange.why.type === "Closed");
  return !isOut;
}
