import { err, ok, type Result } from "#base/Result.ts";
import type { LoggedRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { hashAt, placeOf } from "./followChain.ts";
import { type FollowFailure, followMembers } from "./followMembers.ts";
import { knownRow } from "./makeRows.ts";
import type { NotKept, ReceivedUpdates, SpaceRow, SpaceWrites } from "./ports/SpaceStore.ts";
import { takeSeen } from "./pushRows.ts";
import type { PayloadItem } from "./RowPayload.ts";
import { type OpenedRow, openRows, type Spoiled } from "./readRows.ts";
import {
  type ApartUpdate,
  counterKey,
  headsRow,
  type SpaceContext,
  tell,
  wasMember,
  withRefused,
  withTakenBack,
  withTold,
} from "./SpaceContext.ts";
import type { Heads, Told } from "./SpaceState.ts";

/** An update as a row brought it. */
interface Brought {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The row in which it is kept apart, where it is. */
  readonly key: string | null;
}

/** What taking in rows comes to, before any of it is kept. */
interface Intake {
  heads: Heads;
  readonly brought: Brought[];
  readonly put: SpaceRow[];
  readonly drop: SpaceRow[];
}

const tellIn = (space: SpaceContext, intake: Intake, what: Told["what"]): void => {
  intake.heads = withTold(intake.heads, space.tools.clock.now(), what);
};

/** A piece of an update that waits for the others, under who cut it and its record. */
const pieceRow = (space: SpaceContext, name: string, at: number, bytes: Uint8Array): SpaceRow => ({
  space: space.id,
  part: "piece",
  key: `${name}/${String(at).padStart(4, "0")}`,
  stamp: at,
  bytes,
});

/** The update that an item completes, or null while pieces of it are missing. */
function wholeUpdate(space: SpaceContext, intake: Intake, row: OpenedRow, item: PayloadItem) {
  if (item.pieces === 1) return item.bytes;
  const name = `${row.device}/${item.id}`;
  const before = item.piece === 0 ? [] : (space.pieces.get(name) ?? []);
  if (before.length !== item.piece) return null;
  const pieces = [...before, new Uint8Array(item.bytes)];
  // Pieces are held in memory as they come; what is durable follows with the heads.
  space.pieces.set(name, pieces);
  if (pieces.length < item.pieces) {
    intake.put.push(pieceRow(space, name, item.piece, item.bytes));
    return null;
  }
  space.pieces.delete(name);
  intake.drop.push(...before.map((bytes, piece) => pieceRow(space, name, piece, bytes)));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What others say they saw is compared with what was shown to us. */
function compareSeen(space: SpaceContext, intake: Intake, row: OpenedRow): void {
  for (const { device, counter, hash } of row.seen) {
    const name = idText(device);
    const chain = intake.heads.others[name];
    const here = chain === undefined ? undefined : hashAt(chain, counter);
    if (here !== undefined && !sameBytes(here, hash)) tellIn(space, intake, { type: "Forked" });
    // A device's word about its own rows says nothing that its chain does not.
    const isOthers = name !== space.me && name !== row.device;
    if (isOthers && counter > (intake.heads.seen[name] ?? 0)) {
      intake.heads = { ...intake.heads, seen: { ...intake.heads.seen, [name]: counter } };
    }
  }
}

function bring(space: SpaceContext, intake: Intake, row: OpenedRow): void {
  compareSeen(space, intake, row);
  for (const item of row.payload.items) {
    const bytes = wholeUpdate(space, intake, row, item);
    if (bytes !== null) intake.brought.push({ id: item.id, bytes, key: null });
  }
}

const heldRow = (space: SpaceContext, row: OpenedRow): SpaceRow => {
  const bytes = new Uint8Array(16 + row.body.length);
  bytes.set(row.uid);
  bytes.set(row.body, 16);
  const key = counterKey(row.device, row.counter);
  return { space: space.id, part: "held", key, stamp: row.counter, bytes };
};

/** Notes a row that stands in this log, whether or not it was known before. */
export function withLogged(
  heads: Heads,
  row: Pick<OpenedRow, "device" | "counter" | "hash">,
): Heads {
  const { device, counter, hash } = row;
  if (counter <= (heads.logged[device]?.counter ?? 0)) return heads;
  return { ...heads, logged: { ...heads.logged, [device]: { counter, hash } } };
}

/** A device begins anew: what it had begun to say in pieces it says again. */
function dropPieces(space: SpaceContext, intake: Intake, device: string): void {
  for (const [name, pieces] of space.pieces) {
    if (!name.startsWith(`${device}/`)) continue;
    space.pieces.delete(name);
    intake.drop.push(...pieces.map((bytes, piece) => pieceRow(space, name, piece, bytes)));
  }
}

/** A row of this very device: sent from here, or by a copy of this device that was ahead of it. */
function takeOwn(intake: Intake, row: OpenedRow): boolean {
  const { own } = intake.heads;
  if (row.counter <= own.counter) return false;
  intake.heads = { ...intake.heads, own: { ...own, counter: row.counter, hash: row.hash } };
  return true;
}

async function place(space: SpaceContext, intake: Intake, row: OpenedRow): Promise<void> {
  if (row.device === space.me) {
    intake.heads = withLogged(intake.heads, row);
    if (takeOwn(intake, row)) bring(space, intake, row);
    return;
  }
  const found = placeOf(intake.heads.others[row.device], row);
  if (found.type === "equivocated") tellIn(space, intake, { type: "Equivocated" });
  if (found.type === "hole") {
    const held = heldRow(space, row);
    intake.put.push(held);
    space.held.set(held.key, { uid: new Uint8Array(row.uid), body: new Uint8Array(row.body) });
  }
  if (found.type === "repeat") intake.heads = withLogged(intake.heads, row);
  if (found.type !== "next") return;
  intake.heads = withLogged(intake.heads, row);
  if (row.payload.floor === row.counter) dropPieces(space, intake, row.device);
  intake.heads = {
    ...intake.heads,
    others: { ...intake.heads.others, [row.device]: found.chain },
  };
  bring(space, intake, row);
  await releaseHeld(space, intake, row);
}

/** Rows of the same author that waited for this one, as far as they follow now. */
async function releaseHeld(space: SpaceContext, intake: Intake, row: OpenedRow): Promise<void> {
  const waiting = [...space.held.entries()]
    .filter(([key]) => key.startsWith(`${row.device}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, held] of waiting) {
    if (key <= counterKey(row.device, row.counter)) {
      dropHeld(space, intake, key);
      continue;
    }
    const [opened] = await openRows(space, [held]);
    if (opened === undefined || isSpoiled(opened)) continue;
    if (placeOf(intake.heads.others[row.device], opened).type !== "next") continue;
    dropHeld(space, intake, key);
    // It takes along what waited for it in its turn.
    return place(space, intake, opened);
  }
}

function dropHeld(space: SpaceContext, intake: Intake, key: string): void {
  const nothing = new Uint8Array(0);
  intake.drop.push({ space: space.id, part: "held", key, stamp: 0, bytes: nothing });
  space.held.delete(key);
}

/** The updates of each record, those before that waited for others included. */
function gather(space: SpaceContext, brought: readonly Brought[]): Map<string, Brought[]> {
  const byRecord = new Map<string, Brought[]>();
  for (const update of brought) {
    const known = byRecord.get(update.id);
    if (known !== undefined) {
      known.push(update);
      continue;
    }
    const waiting = (space.apart.get(update.id) ?? []).map((apart) => ({
      ...apart,
      id: update.id,
    }));
    byRecord.set(update.id, [...waiting, update]);
  }
  return byRecord;
}

/** An update kept apart, under its record's id and a random name. */
const apartRow = (space: SpaceContext, key: string, { bytes }: Brought): SpaceRow => ({
  space: space.id,
  part: "apart",
  key,
  stamp: 0,
  bytes,
});

/** Reads what `apartRow` wrote. */
export const readApart = ({ key, bytes }: SpaceRow): readonly [string, ApartUpdate] => [
  key.slice(0, key.indexOf("/")),
  { key, bytes },
];

/** Keeps what the intake came to: records, heads, what waits, in one transaction [V5]. */
async function keep(space: SpaceContext, intake: Intake): Promise<Result<null, NotKept>> {
  const { store, random } = space.tools;
  const byRecord = gather(space, intake.brought);
  const received: ReceivedUpdates[] = [...byRecord].map(([id, updates]) => ({ id, updates }));
  const known = new Map<string, Uint8Array>();
  let apart = new Map<string, readonly ApartUpdate[]>();
  let { heads } = intake;
  const kept = await store.receive(
    space.id,
    received,
    wasMember(space),
    (outcomes): SpaceWrites => {
      known.clear();
      apart = new Map();
      ({ heads } = intake);
      const put = [...intake.put];
      const drop: SpaceWrites["drop"][number][] = [...intake.drop];
      for (const { id, outcomes: each } of outcomes) {
        const updates = byRecord.get(id) ?? [];
        const taken = updates.filter((_, at) => each[at] === "kept");
        if (taken.length > 0) {
          const then = store.learn(
            space.known.get(id) ?? null,
            taken.map(({ bytes }) => bytes),
          );
          known.set(id, then);
          put.push(knownRow(space, id, then));
        }
        const waiting: ApartUpdate[] = [];
        updates.forEach((update, at) => {
          if (each[at] === "incomplete") {
            const key = update.key ?? `${id}/${idText(random.bytes(12))}`;
            waiting.push({ key, bytes: update.bytes });
            if (update.key === null) put.push(apartRow(space, key, update));
          } else if (update.key !== null) {
            drop.push({ space: space.id, part: "apart", key: update.key });
          }
        });
        apart.set(id, waiting);
      }
      heads = withTakenBack(withRefused(space, heads, outcomes), outcomes);
      return { put: [...put, headsRow(space, heads)], drop };
    },
  );
  if (!kept.ok) return kept;
  space.heads = heads;
  for (const [id, bytes] of known) space.known.set(id, bytes);
  for (const [id, waiting] of apart) {
    if (waiting.length > 0) space.apart.set(id, waiting);
    else space.apart.delete(id);
  }
  return ok(null);
}

const isSpoiled = (row: OpenedRow | Spoiled): row is Spoiled => typeof row === "string";

/**
 * Takes in rows in the order of the log: checks each, follows its author's chain, merges, keeps.
 * `through`: where the cursor stands afterwards; null for rows that have no place yet [V4].
 */
export async function takeRows(
  space: SpaceContext,
  rows: readonly LoggedRow[],
  through: number | null,
): Promise<Result<null, FollowFailure>> {
  let opened = await openRows(space, rows);
  if (opened.includes("unknown") || opened.includes("laterEpoch")) {
    // Somebody joined or keys changed since we looked.
    const followed = await followMembers(space);
    if (!followed.ok) return followed;
    opened = await openRows(space, rows);
  }
  if (opened.includes("laterEpoch")) {
    // A member knows of a new key, and the server hides it: what is written here would be sealed for
    // somebody who was removed. Nothing more is exchanged until the log of members is whole [M5].
    await tell(space, { type: "Forked" });
    return err({ type: "Forked" });
  }
  if (through === null && opened.some(isSpoiled)) return err({ type: "NotAServer" });
  const intake: Intake = { heads: space.heads, brought: [], put: [], drop: [] };
  let spoiled = 0;
  for (const row of opened) {
    if (isSpoiled(row)) spoiled += 1;
    else await place(space, intake, row);
  }
  if (spoiled > 0) tellIn(space, intake, { type: "SetAside", count: spoiled });
  if (through !== null) intake.heads = { ...intake.heads, cursor: through };
  const seen = await takeSeen(space, through === null ? [] : rows);
  if (!seen.ok) return seen;
  // They have their place now, whichever way they came first.
  if (through !== null) for (const { uid } of rows) space.tentative.delete(idText(uid));
  return keep(space, intake);
}
