import { ok, type Result } from "#base/Result.ts";
import { idBytes } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { changeKnown } from "./knownElsewhere.ts";
import type { NotKept, SpaceWrites } from "./ports/SpaceStore.ts";
import { encodePayload, largestPiece, type PayloadItem } from "./RowPayload.ts";
import { headsRow, type OutboxRow, type SpaceContext } from "./SpaceContext.ts";
import { type Heads, notPlaced } from "./SpaceState.ts";
import { outboxRow, sealRow } from "./sealRow.ts";

/** Records looked at in one turn, so that what is written meanwhile has its own. */
const marksAtOnce = 250;
/** Updates are gathered into rows of about this many bytes: what is said together deflates better, and is padded once. */
const rowSize = 256 * 1024;

/**
 * The heads of other devices that moved since this device last named them, at most so many: of rows that
 * stand in this very log. Of what a restored server lost nobody needs to look for the rows: it is said again.
 */
function seenNow({ logged, named }: Heads, me: string) {
  return Object.entries(logged)
    .filter(([device, { counter }]) => device !== me && counter > (named[device] ?? 0))
    .slice(0, limits.seen)
    .flatMap(([device, { counter, hash }]) => {
      const id = idBytes(device, 32);
      return id.ok ? [{ name: device, device: id.value, counter, hash }] : [];
    });
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
    const seen = seenNow(space.heads, space.me);
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
    const change = changeKnown(space, known, gone);
    const writes: SpaceWrites = {
      put: [headsRow(space, heads), ...rows.map((row) => outboxRow(space, row)), ...change.put],
      drop: [
        ...marks.value.map(({ id, stamp }) => ({
          space: space.id,
          part: "unsent",
          key: id,
          stamp,
        })),
        ...change.drop,
      ],
    };
    const kept = await store.write(writes);
    if (!kept.ok) return kept;
    space.heads = heads;
    space.outbox = [...space.outbox, ...rows];
    change.rely();
  }
}
