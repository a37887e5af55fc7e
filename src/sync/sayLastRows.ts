import { idText } from "#wire/idText.ts";
import type { LastRow } from "#wire/MembershipEntry.ts";
import { changeMembers } from "./changeMembers.ts";
import { mostSuspicions, type SpaceContext } from "./SpaceContext.ts";

/** No row of a device is known. */
const none = { counter: 0, hash: new Uint8Array(32) };

/**
 * Whether rows of a device are known to be missing here: then its last one is not known. What is not in
 * the log after several looks to its end will not come, for who is a member no more sends nothing; had
 * a colleague taken it in, they send it on themselves (`endChains`).
 */
const isLacking = ({ heads, held, suspicions }: SpaceContext, device: string): boolean =>
  (suspicions.get(device) ?? 0) < mostSuspicions &&
  ((heads.seen[device] ?? 0) > (heads.others[device]?.counter ?? 0) ||
    [...held.keys()].some((key) => key.startsWith(`${device}/`)));

/** The last rows of those who can write no more since the key was changed, and of whom the log does not say it yet. */
function unsaid(space: SpaceContext): readonly LastRow[] {
  const { membership, heads } = space;
  return [...(membership?.former ?? [])].flatMap(([device, { keys, lastEpoch, lastRow }]) => {
    const canWrite = lastEpoch === undefined || lastEpoch === membership?.epoch;
    if (canWrite || lastRow !== undefined || isLacking(space, device)) return [];
    const { counter, hash } = heads.others[device] ?? none;
    return [{ device: keys.signing, counter, hash }];
  });
}

/** So long after a restore nothing is added to the log of members unasked: others give back first what it lost. */
const graceMilliseconds = 7 * 24 * 60 * 60 * 1000;

const isRestoring = ({ heads, tools }: SpaceContext): boolean =>
  Math.abs(tools.clock.now() - heads.restoredAt) < graceMilliseconds;

/** Whether this device should say which rows were the last of somebody who is a member no more. */
export const needsLastRows = (space: SpaceContext): boolean =>
  space.membership?.members.get(space.me)?.role === "facilitator" &&
  !space.membership.isClosed &&
  !isRestoring(space) &&
  unsaid(space).length > 0;

/** Who can write no more, as far as this device knows now. */
export const closedChains = (space: SpaceContext): ReadonlySet<string> =>
  new Set(unsaid(space).map(({ device }) => idText(device)));

/**
 * Says in the log of members which rows were the last of those who left or were removed [M6]. This
 * device has to be level with the server since it knew of `closed` (`closedChains`), from whom the
 * server took nothing more then: of those it hears of only now, it may not have the last rows yet.
 */
export const sayLastRows = (space: SpaceContext, closed: ReadonlySet<string>) =>
  changeMembers(space, async () => {
    const rows = unsaid(space).filter(({ device }) => closed.has(idText(device)));
    return needsLastRows(space) && rows.length > 0 ? { type: "last", rows } : null;
  });
