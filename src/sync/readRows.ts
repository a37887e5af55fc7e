import type { LoggedRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import type { Member } from "#wire/Membership.ts";
import { type DeviceHead, isNewerRow, readRow, rowSigned } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type RowPayload, readPayload } from "./RowPayload.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** A row that passed every check it can pass by itself: member, signature, seal [U3]. */
export interface OpenedRow {
  readonly uid: Uint8Array;
  readonly body: Uint8Array;
  readonly device: string;
  readonly counter: number;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
  readonly seen: readonly DeviceHead[];
  readonly payload: RowPayload;
  /** What it says is of a later version: its place counts, and nothing of it is taken in [U6]. */
  readonly isNewer: boolean;
}

/**
 * Why a row is set aside. `unknown`: of a device or an epoch that is not known here (yet). `laterEpoch`:
 * truly signed by a member, under a key that the log of members does not tell of here (yet). `newer`: of a
 * later version, so that not even its author is known.
 */
export type Spoiled =
  | "malformed"
  | "newer"
  | "otherSpace"
  | "unknown"
  | "laterEpoch"
  | "notMember"
  | "badSignature"
  | "unopened";

/** Could this member write in this epoch? */
const couldWrite = (member: Member, epoch: number, present: number): boolean =>
  epoch >= member.firstEpoch && epoch <= (member.lastEpoch ?? present);

/** Did somebody who is a member no more write this row while they were one, as far as the log says [M6]? */
const isWithinLast = ({ lastRow }: Member, counter: number, hash: Uint8Array): boolean =>
  lastRow === undefined ||
  counter < lastRow.counter ||
  (counter === lastRow.counter && sameBytes(hash, lastRow.hash));

/** Checks and opens one row by itself; its place among its author's rows is looked at afterwards. */
export async function openRow(
  space: SpaceContext,
  { uid, body }: Pick<LoggedRow, "uid" | "body">,
): Promise<OpenedRow | Spoiled> {
  const { crypto } = space.tools;
  const { membership } = space;
  const read = readRow(body);
  if (!read.ok) return isNewerRow(body) ? "newer" : "malformed";
  const row = read.value;
  if (!sameBytes(row.space, space.state.space)) return "otherSpace";
  const device = idText(row.device);
  const member = membership?.members.get(device) ?? membership?.former.get(device);
  if (membership === null || member === undefined) return "unknown";
  const isLater = row.epoch > membership.epoch;
  if (!isLater && !couldWrite(member, row.epoch, membership.epoch)) return "notMember";
  const signed = rowSigned(row.unsigned, uid);
  const [isRight, hash] = await Promise.all([
    crypto.verify(row.device, signed, row.signature),
    crypto.sha256(body),
  ]);
  if (!isRight) return "badSignature";
  if (!isWithinLast(member, row.counter, hash)) return "notMember";
  if (isLater) return "laterEpoch";
  const key = space.keys.get(row.epoch);
  if (key === undefined) return "unopened";
  const naming = [uid, row.counter];
  const opened = await key.sealer.open("row", row.device, naming, row.sealed);
  if (!opened.ok) return "unopened";
  const payload = await readPayload(opened.value);
  const isNewer = !payload.ok && payload.error.type === "NewerVersion";
  if (!payload.ok && !isNewer) return "unopened";
  const { counter, previous, seen } = row;
  const said = payload.ok ? payload.value : { floor: 0, items: [] };
  return { uid, body, device, counter, previous, hash, seen, payload: said, isNewer };
}

/** Opens many rows; independent of each other, so all at once. */
export const openRows = (
  space: SpaceContext,
  rows: readonly Pick<LoggedRow, "uid" | "body">[],
): Promise<readonly (OpenedRow | Spoiled)[]> => Promise.all(rows.map((row) => openRow(space, row)));
