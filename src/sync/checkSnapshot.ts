import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { placeOf } from "./followChain.ts";
import { type FollowFailure, levelIn } from "./followMembers.ts";
import { isSettled } from "./isSettled.ts";
import { askForManifest, openSnapshot, type ShownManifest } from "./openSnapshot.ts";
import type { Comparison, NotKept, Rehearsal } from "./ports/SpaceStore.ts";
import { openRows } from "./readRows.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { noHeads } from "./SpaceState.ts";
import { takeRows } from "./takeRows.ts";
import { takeSnapshot } from "./takeSnapshot.ts";
import { waitsAlike } from "./waitsAlike.ts";

/** Whether a snapshot may stand in place of the rows that it covers. */
export type SnapshotVerdict =
  | { readonly type: "whole"; readonly compared: Comparison }
  /** Whoever began with it would lack something that this device has, or be misled. */
  | { readonly type: "flawed" }
  /** It lacks only what this device has beyond the log: from a file, whose writer has not sent it yet. */
  | { readonly type: "behind" }
  /** Something was written meanwhile, or the snapshot is out of date: later, perhaps. */
  | { readonly type: "unsure" }
  /** It lacks nothing of what opens here, and something does not; or only a later version reads it. */
  | { readonly type: "unreadable" }
  /** Others cannot follow this device's rows: one that came before those they have never reached them. */
  | { readonly type: "cutOff" };

const flawed = ok({ type: "flawed" } as const);
const unsure = ok({ type: "unsure" } as const);

/** Somebody who joins now: this device's keys and members, and nothing taken in yet. */
export const newcomer = (space: SpaceContext, { store }: Rehearsal): SpaceContext => ({
  ...space,
  tools: { ...space.tools, store },
  // Nobody's device: rows of this one are followed like all others.
  me: "",
  requests: null,
  heads: { ...noHeads, logId: space.heads.logId },
  known: new Map(),
  knownRows: new Set(),
  outbox: [],
  acknowledged: new Map(),
  held: new Map(),
  apart: new Map(),
  pieces: new Map(),
  tentative: new Set(),
});

/** Takes in the rows after the snapshot, as far as this device has them; false where the log moved. */
export async function followLog(
  space: SpaceContext,
  joined: SpaceContext,
): Promise<Result<boolean, FollowFailure>> {
  const { cursor, logId } = space.heads;
  while (space.requests !== null && joined.heads.cursor < cursor) {
    const after = joined.heads.cursor;
    const path = `/spaces/${space.id}/rows?log=${idText(logId ?? new Uint8Array())}&after=${after}`;
    const frames = await space.requests.exchange("GET", path);
    if (!frames.ok) return frames;
    const level = levelIn(frames.value);
    const isSameLog = level !== undefined && logId !== null && sameBytes(level.logId, logId);
    const rows = frames.value
      .flatMap((frame) => (frame.type === "rows" && frame.settled ? frame.rows : []))
      .filter(({ seq }, at) => seq === after + 1 + at && seq <= cursor);
    if (!isSameLog || rows.length === 0) return ok(false);
    const taken = await takeRows(joined, rows, after + rows.length);
    if (!taken.ok) return taken;
  }
  return ok(true);
}

/** A piece is not there: a newer snapshot has taken the place of this one since, or the server lost it. */
async function isLost(
  space: SpaceContext,
  { hash }: ShownManifest,
  { type }: Refusal,
): Promise<Result<SnapshotVerdict, FollowFailure>> {
  if (type !== "NotFound") return unsure;
  const latest = await askForManifest(space, "latest");
  if (!latest.ok) return latest;
  return latest.value !== null && sameBytes(latest.value.hash, hash) ? flawed : unsure;
}

/** Whether both stand at the same row of each device: the next one would follow for both. */
function sameHeads(space: SpaceContext, joined: SpaceContext): boolean {
  const { logged } = space.heads;
  const { others } = joined.heads;
  const devices = new Set([...Object.keys(logged), ...Object.keys(others)]);
  return [...devices].every((device) => {
    const [here, there] = [logged[device], others[device]];
    return here?.counter === there?.counter && sameBytes(here?.hash ?? none, there?.hash ?? none);
  });
}
const none = new Uint8Array();

/**
 * Whether rows of this very device truly lack one before them there, and wait for it in vain. Not those
 * alone that it made before it last said everything again.
 */
async function isCutOff(space: SpaceContext, { heads, held }: SpaceContext): Promise<boolean> {
  const own = [...held].filter(([key]) => key.startsWith(`${space.me}/`)).map(([, row]) => row);
  const opened = await openRows(space, own);
  const rows = opened.filter((row) => typeof row !== "string");
  const isNeeded = rows.some(({ counter }) => counter >= space.heads.own.floor);
  const all = rows.every((row) => placeOf(heads.others[space.me], row).type === "hole");
  return isNeeded && all && rows.length === own.length;
}

/** Whether this device has more of a record than the log, though nothing of it waits to be sent. */
async function isAhead(space: SpaceContext, id: string): Promise<Result<boolean, NotKept>> {
  const { store } = space.tools;
  const said = await store.difference(space.id, id, null, space, false);
  if (!said.ok) return said;
  const logged = store.learn(space.known.get(id) ?? null, []);
  return ok(said.value.type === "said" && !sameBytes(store.learn(said.value.known, []), logged));
}

/**
 * Judges a snapshot as it will be used [N4]: rehearses what somebody who joins now would come to have
 * by it and the rows after it, and compares that with what this device has. For a settled device.
 */
export async function checkSnapshot(
  space: SpaceContext,
  shown: ShownManifest,
): Promise<Result<SnapshotVerdict, FollowFailure>> {
  if (shown.manifest.upTo > space.heads.cursor) return unsure;
  const received = await openSnapshot(space, shown.manifest);
  if (!received.ok) {
    if (received.error.type === "Refused") return isLost(space, shown, received.error.refusal);
    if (received.error.type === "NewerVersion") return ok({ type: "unreadable" });
    return received.error.type === "NotAServer" ? flawed : received;
  }
  const rehearsal = space.tools.store.rehearse(space.id);
  const joined = newcomer(space, rehearsal);
  const taken = await takeSnapshot(joined, shown, received.value);
  if (!taken.ok) return taken;
  if (joined.heads.newerSince > 0) return ok({ type: "unreadable" });
  if (joined.heads.told.length > 0 || joined.known.size < received.value.records.length)
    return flawed;
  const followed = await followLog(space, joined);
  if (!followed.ok) return followed;
  if (!followed.value) return unsure;
  const compared = await rehearsal.compare([...space.known.keys()]);
  if (!compared.ok) return compared;
  const { lacks } = compared.value;
  const cutOff = await isCutOff(space, joined);
  if (cutOff) return ok({ type: "cutOff" });
  const alike = await waitsAlike(space, joined, rehearsal);
  if (!alike.ok) return alike;
  const follows = sameHeads(space, joined) && alike.value;
  if (follows && lacks.length === 0) {
    const isWhole = !compared.value.isPartial;
    return ok(isWhole ? { type: "whole", compared: compared.value } : { type: "unreadable" });
  }
  const stillSettled = await isSettled(space);
  if (!stillSettled.ok) return stillSettled;
  if (!stillSettled.value) return unsure;
  for (const id of lacks) {
    const ahead = await isAhead(space, id);
    if (!ahead.ok) return ahead;
    if (!ahead.value) return flawed;
  }
  return follows ? ok({ type: "behind" }) : flawed;
}
