import type { ExchangeFailure } from "./exchangeSpace.ts";
import type { SpaceState } from "./SpaceState.ts";

/** What a failed exchange says of this device's part in the space; null where it says nothing of it. */
export function outOf(failure: ExchangeFailure): SpaceState["out"] {
  if (failure.type === "RowRefused") return failure.reason === "NOT_MEMBER" ? "NotMember" : null;
  if (failure.type !== "Refused") return null;
  const { type } = failure.refusal;
  return type === "NotMember" || type === "Gone" ? type : null;
}
