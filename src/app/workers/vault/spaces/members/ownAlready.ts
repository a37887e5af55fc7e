import type { RunningSpaces } from "../createRunningSpaces.ts";

/**
 * Why this journal neither begins nor joins another space of one's own devices: it is linked with others,
 * or has asked to be and waits. Null: it may. `own` is the space that carries what is one's own, if any.
 */
export function ownAlready(
  running: Pick<RunningSpaces, "get">,
  own: string | null,
): { readonly type: "AlreadyOwn" | "AlreadyAsked" } | null {
  if (own === null) return null;
  const isIn = running.get(own)?.context.state.phase.type === "open";
  return { type: isIn ? "AlreadyOwn" : "AlreadyAsked" };
}
