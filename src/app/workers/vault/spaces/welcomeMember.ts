import { err } from "#base/Result.ts";
import type { MemberId, SpaceId } from "#core/space/identifiers.ts";
import type { SpaceStore } from "#sync/ports/SpaceStore.ts";
import type { Carrying } from "#vault/spaces/createCarrying.ts";
import type { SpaceRecords } from "./spaceRecords.ts";

/** Says what this journal is called where it is let in; among one's own devices brings along everything. */
export const welcomeMember =
  (
    { markAll }: Pick<Carrying, "markAll">,
    { nameMember }: Pick<SpaceRecords, "nameMember">,
  ): SpaceStore["welcome"] =>
  async ({ id, kind }, me, myName) => {
    const marked = kind === "own" ? await markAll(id) : null;
    const failed = marked?.ok === false ? marked : null;
    const done = failed ?? (await nameMember(id as SpaceId, me as MemberId, myName));
    return done.ok ? done : err({ type: "NotKept", cause: done.error });
  };
