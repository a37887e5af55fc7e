import { useRef } from "react";
import type { MemberId } from "#core/space/identifiers.ts";
import { ownWordsIn } from "#core/space/ownWordsIn.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";

/**
 * The sentences in a shared proposal as `me` worded them, as they stood last before it was withdrawn:
 * on the page only, which is where they were written or read.
 */
export function useOwnWordings(shared: SharedProposal, me: MemberId): string {
  const last = useRef("");
  if (shared.withdrawnAt === null) last.current = ownWordsIn(shared, me);
  return last.current;
}
