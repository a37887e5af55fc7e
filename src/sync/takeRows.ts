import { err, type Result } from "#base/Result.ts";
import type { LoggedRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { hashAt, placeOf } from "./followChain.ts";
import { type FollowFailure, followMembers } from "./followMembers.ts";
import type { Intake } from "./Intake.ts";
import { keepIntake } from "./keepIntake.ts";
import type { SpaceRow } from "./ports/SpaceStore.ts";
import { takeSeen } from "./pushRows.ts";
import { type OpenedRow, openRows, type Spoiled } from "./readRows.ts";
import { counterKey, type SpaceContext, tell, withNewer, withTold } from "./SpaceContext.ts";
import type { Heads, Told } from "./SpaceState.ts";
import { dropPieces, wholeUpdate } from "./wholeUpdate.ts";

const tellIn = (space: SpaceContext, intake: Intake, what: Told["what"]): void => {
  intake.heads = withTold(intake.heads, space.tools.clock.now(), what);
};

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
  if (row.isNewer) intake.heads = withNewer(intake.heads, space.tools.clock.now());
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

/** Two under one number: of the two the same one waits everywhere, whichever came first. */
function hold(space: SpaceContext, intake: Intake, row: OpenedRow): void {
  const held = heldRow(space, row);
  const before = space.held.get(held.key);
  if (before !== undefined && !sameBytes(before.body, row.body)) {
    tellIn(space, intake, { type: "Equivocated" });
    if (idText(before.body) < idText(row.body)) return;
  }
  intake.put.push(held);
  space.held.set(held.key, { uid: new Uint8Array(row.uid), body: new Uint8Array(row.body) });
}

/** Notes a row that stands in this log, whether or not it was known before. */
export function withLogged(
  heads: Heads,
  row: Pick<OpenedRow, "device" | "counter" | "hash">,
): Heads {
  const { device, counter, hash } = row;
  if (counter <= (heads.logged[device]?.counter ?? 0)) return heads;
  return { ...heads, logged: { ...heads.logged, [device]: { counter, hash } } };
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
    hold(space, intake, row);
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
    if (row === "newer") intake.heads = withNewer(intake.heads, space.tools.clock.now());
    else if (isSpoiled(row)) spoiled += 1;
    else await place(space, intake, row);
  }
  if (spoiled > 0) tellIn(space, intake, { type: "SetAside", count: spoiled });
  if (through !== null) intake.heads = { ...intake.heads, cursor: through };
  const seen = await takeSeen(space, through === null ? [] : rows);
  if (!seen.ok) return seen;
  // They have their place now, whichever way they came first.
  if (through !== null) for (const { uid } of rows) space.tentative.delete(idText(uid));
  return keepIntake(space, intake);
}
