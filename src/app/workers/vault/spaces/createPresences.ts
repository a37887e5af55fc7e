import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { Presences } from "#core/space/Presences.ts";
import type { SpaceWork } from "./SpaceWork.ts";

const presentFor = 30_000;

/** The methods of `Spaces` that concern who is where. */
export const createPresences = ({ parts, running }: SpaceWork): Presences => ({
  here: async (id, where) => running.get(id)?.here(where),
  presence: async (id) =>
    [...(running.get(id)?.presence() ?? [])]
      .filter(([, { at }]) => parts.clock.now() - at < presentFor)
      .map(([member, { where, at }]) => ({
        member: member as MemberId,
        record: where.record as SharedId,
        part: where.part,
        at,
      })),
});
