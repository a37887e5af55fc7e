import type { LoggedRow, RowPlace, RowRefusal, SentRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Membership } from "#wire/Membership.ts";
import { readRow } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { sha256 } from "./nodeCrypto.ts";
import type { Surroundings } from "./Surroundings.ts";

/** What became of each row of a push, and where the log stands. */
export interface PushResult {
  readonly places: readonly RowPlace[];
  readonly refused: readonly { readonly uid: Uint8Array; readonly reason: RowRefusal }[];
  readonly head: number;
}

type Verdict = RowRefusal | "fine" | "laterEpoch";

/** What the server can see of a row [V7]. */
function judge({ body }: SentRow, device: Uint8Array, membership: Membership): Verdict {
  if (body.length > limits.rowBody) return "TOO_BIG";
  const read = readRow(body);
  if (!read.ok || !sameBytes(read.value.space, membership.space)) return "MALFORMED";
  if (!sameBytes(read.value.device, device)) return "NOT_MEMBER";
  if (membership.isClosed || !membership.members.has(idText(device))) return "NOT_MEMBER";
  if (read.value.epoch === membership.epoch) return "fine";
  return read.value.epoch > membership.epoch ? "laterEpoch" : "STALE_EPOCH";
}

/** A row of an older epoch may be a repeat of one that was taken before the epoch changed [U5]. */
async function placeOfStale(
  space: Uint8Array,
  { uid, body }: SentRow,
  { store }: Surroundings,
): Promise<RowPlace | RowRefusal> {
  const known = await store.knownRow(space, uid);
  if (!known) return "STALE_EPOCH";
  return sameBytes(known.hash, sha256(body)) ? { uid, seq: known.seq } : "OTHER_BODY";
}

/** How often a push is checked again because the membership moved on meanwhile. */
const mostTries = 5;

/**
 * Takes rows of one device into a space: checks them, relays them tentatively [V4], keeps them, and
 * tells everyone their places. Null where there is no such space (any more). Throws what the store
 * throws: then nothing was acknowledged.
 */
export async function pushRows(
  space: Uint8Array,
  device: Uint8Array,
  rows: readonly SentRow[],
  around: Surroundings,
): Promise<PushResult | null> {
  const { store, memberships, rooms, metrics } = around;
  const refresh = async (): Promise<Membership | null> => {
    const level = await store.level(space);
    return level && level !== "gone" ? memberships.at(space, level) : null;
  };
  let membership = memberships.known(space) ?? (await refresh());
  for (let tries = 0; membership && tries < mostTries; tries += 1) {
    const current = membership;
    let verdicts = rows.map((row) => judge(row, device, current));
    if (verdicts.includes("laterEpoch") && tries === 0) {
      membership = await refresh();
      continue;
    }
    verdicts = verdicts.map((verdict) => (verdict === "laterEpoch" ? "STALE_EPOCH" : verdict));
    const fine = rows.filter((_, index) => verdicts[index] === "fine");
    const relay = rooms.relay(space, device, fine);
    const outcome = await store.push({ space, membership: current.number, rows: fine });
    if (outcome.type === "none") return null;
    if (outcome.type === "moved") {
      membership = await refresh();
      continue;
    }
    rooms.settle(space, outcome.level, outcome.fresh, relay);
    countRows(outcome.fresh, metrics);
    const places = [...outcome.places];
    const refused: { uid: Uint8Array; reason: RowRefusal }[] = [
      ...outcome.otherBody.map((uid) => ({ uid, reason: "OTHER_BODY" as const })),
      ...outcome.overQuota.map((uid) => ({ uid, reason: "QUOTA" as const })),
    ];
    for (const [index, row] of rows.entries()) {
      const verdict = verdicts[index];
      if (verdict === undefined || verdict === "fine" || verdict === "laterEpoch") continue;
      const place = verdict === "STALE_EPOCH" ? await placeOfStale(space, row, around) : verdict;
      if (typeof place === "string") refused.push({ uid: row.uid, reason: place });
      else places.push(place);
    }
    for (const { reason } of refused) metrics.refusals.inc({ reason });
    // Inserted plus repeated plus refused is what was asked, or nothing is acknowledged [V2].
    if (places.length + refused.length !== rows.length) throw new Error("rows unaccounted for");
    return { places, refused, head: outcome.level.head };
  }
  if (!membership) return null;
  throw new Error("the membership kept moving on");
}

function countRows(fresh: readonly LoggedRow[], { rows, rowBytes }: Surroundings["metrics"]): void {
  rows.inc(fresh.length);
  rowBytes.inc(fresh.reduce((sum, { body }) => sum + body.length, 0));
}
