import { ok, type Result } from "#base/Result.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { encodeUnsignedRow, joinRow, readRow, rowSigned } from "#wire/RowEnvelope.ts";
import type { NotKept, SpaceRow, SpaceWrites } from "./ports/SpaceStore.ts";
import { encodePayload, largestPiece, type PayloadItem, readPayload } from "./RowPayload.ts";
import { counterKey, headsRow, type OutboxRow, type SpaceContext } from "./SpaceContext.ts";
import { type Heads, notPlaced } from "./SpaceState.ts";

/** Records looked at in one turn, so that what is written meanwhile has its own. */
const marksAtOnce = 250;
/** Updates are gathered into rows of about this many bytes: what is said together deflates better, and is padded once. */
const rowSize = 256 * 1024;

/** Seals and signs one row: the next of this device [U1, U2]. */
export async function sealRow(
  space: SpaceContext,
  at: { readonly uid: Uint8Array; readonly counter: number; readonly previous: Uint8Array },
  payload: Uint8Array,
  seen: readonly { device: Uint8Array; counter: number; hash: Uint8Array }[],
): Promise<OutboxRow> {
  const epoch = space.membership?.epoch ?? 0;
  const key = space.keys.get(epoch);
  if (key === undefined) throw new Error("a row cannot be sealed without the epoch's key");
  const device = space.state.device.keys.signing;
  const sealed = await key.sealer.seal("row", device, [at.uid, at.counter], payload);
  const unsigned = encodeUnsignedRow({
    space: space.state.space,
    epoch,
    device,
    counter: at.counter,
    previous: at.previous,
    seen,
    sealed,
  });
  const signature = await space.sign(rowSigned(unsigned, at.uid));
  return { uid: at.uid, counter: at.counter, body: joinRow(unsigned, signature) };
}

/** The heads of other devices that moved since this device last named them, at most so many. */
function seenNow(heads: Heads) {
  return Object.entries(heads.others)
    .filter(([device, { counter }]) => counter > (heads.named[device] ?? 0))
    .slice(0, limits.seen)
    .flatMap(([device, { counter, hash }]) => {
      const id = idBytes(device, 32);
      return id.ok ? [{ name: device, device: id.value, counter, hash }] : [];
    });
}

/** An outbox row as it is kept: the uid, then the body. */
export function outboxRow(space: SpaceContext, { uid, body, counter }: OutboxRow): SpaceRow {
  const bytes = new Uint8Array(uid.length + body.length);
  bytes.set(uid);
  bytes.set(body, uid.length);
  return { space: space.id, part: "outbox", key: counterKey("", counter), stamp: counter, bytes };
}

/** Cuts an update that would not fit one row. */
function cut(id: string, update: Uint8Array): PayloadItem[] {
  const pieces = Math.max(1, Math.ceil(update.length / largestPiece));
  return Array.from({ length: pieces }, (_, piece) => ({
    id,
    piece,
    pieces,
    bytes: update.subarray(piece * largestPiece, (piece + 1) * largestPiece),
  }));
}

/** Gathers items into rows: in order, each about `rowSize`. */
function gathered(items: readonly PayloadItem[]): PayloadItem[][] {
  const rows: PayloadItem[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (size + item.bytes.length > rowSize) {
      rows.push([]);
      size = 0;
    }
    rows.at(-1)?.push(item);
    size += item.bytes.length;
  }
  return rows;
}

/** Whether this device may write in the space now. */
export const canWrite = ({ membership, me, keys, state }: SpaceContext): boolean =>
  state.phase.type === "open" &&
  membership !== null &&
  membership.members.has(me) &&
  keys.has(membership.epoch);

/**
 * Turns what is marked unsent into rows, written down with their bytes before they are first sent
 * [U5]: rows, counters, what will be known and the marks, in one transaction.
 */
export async function makeRows(space: SpaceContext): Promise<Result<null, NotKept>> {
  const { store, random, crypto } = space.tools;
  if (!canWrite(space)) return ok(null);
  for (;;) {
    const marks = await store.unsent(space.id, marksAtOnce);
    if (!marks.ok) return marks;
    if (marks.value.length === 0) return ok(null);
    const items: PayloadItem[] = [];
    const known = new Map<string, Uint8Array>();
    const gone: string[] = [];
    let isErasing = false;
    for (const { id, stamp } of marks.value) {
      // A mark of 0: everything is sent again, whoever wrote it.
      const wrote = stamp > 0;
      const said = await store.difference(space.id, id, space.known.get(id) ?? null, space, wrote);
      if (!said.ok) return said;
      if (said.value.type === "gone" && space.known.has(id)) gone.push(id);
      if (said.value.type !== "said") continue;
      items.push(...cut(id, said.value.update));
      known.set(id, said.value.known);
      isErasing ||= said.value.isTakenBack;
    }

    const rows: OutboxRow[] = [];
    const seen = seenNow(space.heads);
    let { counter, hash } = space.heads.own;
    const { floor } = space.heads.own;
    for (const [at, row] of gathered(items).entries()) {
      const uid = random.bytes(16);
      counter += 1;
      const payload = await encodePayload({ floor, items: row });
      const made = await sealRow(
        space,
        { uid, counter, previous: hash },
        payload,
        at === 0 ? seen : [],
      );
      hash = await crypto.sha256(made.body);
      rows.push(made);
    }
    const named = { ...space.heads.named };
    if (rows.length > 0) for (const { name, counter: reached } of seen) named[name] = reached;
    const eraseThrough = isErasing || gone.length > 0 ? notPlaced : space.heads.eraseThrough;
    const heads: Heads = {
      ...space.heads,
      own: { counter, hash, floor },
      named,
      eraseThrough,
    };
    const writes: SpaceWrites = {
      put: [
        headsRow(space, heads),
        ...rows.map((row) => outboxRow(space, row)),
        ...[...known].map(([id, bytes]) => knownRow(space, id, bytes)),
      ],
      drop: [
        ...marks.value.map(({ id, stamp }) => ({
          space: space.id,
          part: "unsent",
          key: id,
          stamp,
        })),
        ...gone.map((key) => ({ space: space.id, part: "known", key })),
      ],
    };
    const kept = await store.write(writes);
    if (!kept.ok) return kept;
    space.heads = heads;
    space.outbox = [...space.outbox, ...rows];
    for (const [id, bytes] of known) space.known.set(id, bytes);
    for (const id of gone) space.known.delete(id);
  }
}

/** The row in which it is kept what others know of a record. */
export const knownRow = (space: SpaceContext, id: string, bytes: Uint8Array): SpaceRow => ({
  space: space.id,
  part: "known",
  key: id,
  stamp: 0,
  bytes,
});

/**
 * Seals everything that waits again, under the present epoch: same uids, but fresh counters, for a
 * device never signs two rows with one counter: the first may have reached somebody. They follow the
 * last row that the server took [U5].
 */
export async function resealOutbox(space: SpaceContext): Promise<Result<null, NotKept>> {
  const isTaken = ({ uid }: OutboxRow) => space.acknowledged.has(idText(uid));
  const outbox = space.outbox.filter((row) => !isTaken(row));
  if (!canWrite(space) || outbox.length === 0) return ok(null);
  const again: OutboxRow[] = [];
  let { counter, floor } = space.heads.own;
  let previous: Uint8Array | null = null;
  for (const row of outbox) {
    const read = readRow(row.body);
    const key = read.ok ? space.keys.get(read.value.epoch) : undefined;
    if (!read.ok || key === undefined) throw new Error("a row of one's own cannot be read");
    const { device, sealed, seen } = read.value;
    const payload = await key.sealer.open("row", device, [row.uid, row.counter], sealed);
    if (!payload.ok) throw new Error("a row of one's own does not open");
    counter += 1;
    // A row that begins this device anew still does, under its new counter [U4].
    const said = await readPayload(payload.value);
    const begins = said.ok && said.value.floor === row.counter;
    if (begins) floor = counter;
    const same = begins ? await encodePayload({ floor, items: said.value.items }) : payload.value;
    const at = { uid: row.uid, counter, previous: previous ?? read.value.previous };
    const made: OutboxRow = await sealRow(space, at, same, seen);
    previous = await space.tools.crypto.sha256(made.body);
    again.push(made);
  }
  const hash = previous ?? space.heads.own.hash;
  const heads: Heads = { ...space.heads, own: { counter, hash, floor } };
  const put = [headsRow(space, heads), ...again.map((row) => outboxRow(space, row))];
  const drop = outbox.map((row) => ({
    space: space.id,
    part: "outbox",
    key: counterKey("", row.counter),
  }));
  const kept = await space.tools.store.write({ put, drop });
  if (!kept.ok) return kept;
  space.heads = heads;
  space.outbox = [...space.outbox.filter(isTaken), ...again];
  return ok(null);
}
