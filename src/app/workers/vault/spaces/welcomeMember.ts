import { err } from "#base/Result.ts";
import type { MemberId, SpaceId } from "#core/space/identifiers.ts";
import type { SpaceStore } from "#sync/ports/SpaceStore.ts";
import type { OpenedVault } from "#vault/createVault.ts";
import { takeAwayToReceiveAnew } from "./members/receiveAnew.ts";
import type { SpaceRecords } from "./spaceRecords.ts";

/**
 * Says what this journal is called where it is let in. Among one's own devices it brings along
 * everything; in a team it was in before it has what it said in vain no longer.
 */
export const welcomeMember =
  (
    opened: Pick<OpenedVault, "carrying" | "vault">,
    { nameMember }: Pick<SpaceRecords, "nameMember">,
  ): SpaceStore["welcome"] =>
  async ({ id, kind }, me, myName) => {
    const ready =
      kind === "own" ? await opened.carrying.markAll(id) : await takeAwayToReceiveAnew(opened, id);
    const done = ready.ok ? await nameMember(id as SpaceId, me as MemberId, myName) : ready;
    return done.ok ? done : err({ type: "NotKept", cause: done.error });
  };
