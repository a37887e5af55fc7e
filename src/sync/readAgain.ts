import { ok, type Result } from "#base/Result.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { followLog, newcomer } from "./checkSnapshot.ts";
import { hashAt } from "./followChain.ts";
import type { FollowFailure } from "./followMembers.ts";
import { keepIntake } from "./keepIntake.ts";
import type { Rehearsal, SpaceRow } from "./ports/SpaceStore.ts";
import { readSnapshot } from "./readSnapshot.ts";
import { counterKey, type SpaceContext, tell } from "./SpaceContext.ts";
import { type Chain, type Heads, readingLevel } from "./SpaceState.ts";
import { takeWaiting, waitingRows } from "./waitingRows.ts";

/** Somebody who reads all of it now, from the snapshot where rows are gone; null where that is not to be had. */
async function readWhole(
  space: SpaceContext,
  rehearsal: Rehearsal,
): Promise<Result<SpaceContext | null, FollowFailure>> {
  const reader = newcomer(space, rehearsal);
  if (space.floor > 0) {
    const asking = { ...reader, requests: space.requests };
    const level = { floor: space.floor, head: space.heads.cursor };
    const read = await readSnapshot(asking, level);
    if (!read.ok) return read;
    if (read.value !== "taken") return ok(null);
    reader.heads = asking.heads;
  }
  const followed = await followLog(space, reader);
  if (!followed.ok) return followed;
  return ok(followed.value ? reader : null);
}

/** Whether somebody's rows were shown otherwise than they were taken in here. */
const isOther = (here: Chain | undefined, { counter, hash, before }: Chain): boolean =>
  [{ counter, hash }, ...before].some((row) => {
    const known = here && hashAt(here, row.counter);
    return known !== undefined && !sameBytes(known, row.hash);
  });

/** Heads that have got as far as those of whoever read it now, where they went further. */
function furthest(heads: Heads, reader: Heads, me: string): Heads {
  const others = { ...heads.others };
  const logged = { ...heads.logged };
  for (const [device, chain] of Object.entries(reader.others)) {
    const isFurther = chain.counter > (others[device]?.counter ?? 0);
    if (device !== me && isFurther) others[device] = chain;
  }
  for (const [device, head] of Object.entries(reader.logged)) {
    if (head.counter > (logged[device]?.counter ?? 0)) logged[device] = head;
  }
  return { ...heads, others, logged, level: readingLevel, newerSince: reader.newerSince };
}

/** What waits for whoever read it now and neither waits nor is in here. */
function newlyWaiting(space: SpaceContext, reader: SpaceContext, { others }: Heads): SpaceRow[] {
  const waits = (record: string, bytes: Uint8Array) =>
    (space.apart.get(record) ?? []).some((update) => sameBytes(update.bytes, bytes));
  return waitingRows(reader).filter(({ part, key, bytes }) => {
    const name = key.slice(0, key.lastIndexOf("/"));
    if (name === space.me || name.startsWith(`${space.me}/`)) return false;
    if (part === "held") {
      return !space.held.has(key) && key > counterKey(name, others[name]?.counter ?? 0);
    }
    return part === "piece" ? !space.pieces.has(name) : !waits(name, bytes);
  });
}

/**
 * Reads a space again, once, where an app of a lower level read it [V9]: rehearses what somebody who
 * begins now would come to have, and takes in what that says beyond, with how far each device's rows go and
 * the level, in one transaction. Nothing of it is sent. Where it cannot be read to its end now, it is later.
 */
export async function readAgain(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { store, clock, compaction } = space.tools;
  const { heads } = space;
  if (space.requests === null || heads.logId === null || heads.level >= readingLevel)
    return ok(null);
  const wait = space.readFrom - clock.now();
  if (wait > 0 && wait <= compaction.milliseconds) return ok(null);
  const rehearsal = store.rehearse(space.id);
  const read = await readWhole(space, rehearsal);
  if (!read.ok && (read.error.type === "Unreachable" || read.error.type === "NotKept")) return read;
  const reader = read.ok ? read.value : null;
  const isShownOtherwise =
    reader !== null &&
    Object.entries(reader.heads.others).some(
      ([device, chain]) => device !== space.me && isOther(heads.others[device], chain),
    );
  if (isShownOtherwise) await tell(space, { type: "Equivocated" });
  if (reader === null || isShownOtherwise) {
    // It costs as much as the space does: not anew with every exchange.
    space.readFrom = clock.now() + compaction.milliseconds;
    return ok(null);
  }
  const compared = await rehearsal.compare([...space.known.keys()]);
  if (!compared.ok) return compared;
  const moved = furthest(space.heads, reader.heads, space.me);
  const put = newlyWaiting(space, reader, moved);
  const isIn = (key: string) => {
    const device = key.slice(0, key.indexOf("/"));
    return key <= counterKey(device, moved.others[device]?.counter ?? 0);
  };
  const drop = [...space.held.keys()]
    .filter(isIn)
    .map((key) => ({ space: space.id, part: "held", key, stamp: 0, bytes: new Uint8Array(0) }));
  const brought = compared.value.more.flatMap(({ id, updates }) =>
    updates.map(({ bytes }) => ({ id, bytes, key: null })),
  );
  const kept = await keepIntake(space, { heads: moved, brought, put, drop });
  if (!kept.ok) return kept;
  for (const { key } of drop) space.held.delete(key);
  takeWaiting(space, put);
  return kept;
}
