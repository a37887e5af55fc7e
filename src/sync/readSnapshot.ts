import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { SnapshotManifest } from "#wire/SnapshotManifest.ts";
import { standingOf } from "./confirmSnapshot.ts";
import { endedHeads } from "./endChains.ts";
import type { FollowFailure, Level } from "./followMembers.ts";
import { changeKnown } from "./knownElsewhere.ts";
import { learnKept } from "./learnKept.ts";
import {
  askForManifest,
  isGoodManifest,
  openSnapshot,
  type ShownManifest,
  type SnapshotContent,
} from "./openSnapshot.ts";
import type { NotKept, SpaceRowName, SpaceWrites } from "./ports/SpaceStore.ts";
import {
  counterKey,
  headsRow,
  type SpaceContext,
  tell,
  wasMember,
  withRefused,
} from "./SpaceContext.ts";
import type { Heads } from "./SpaceState.ts";
import { takeWaiting } from "./waitingRows.ts";

/** Heads after a snapshot: each device's chain begins where the snapshot ends, unless it is ahead of it. */
export function headsAfter(
  heads: Heads,
  manifest: SnapshotManifest,
  hash: Uint8Array,
  me: string,
): Heads {
  const others = { ...heads.others };
  const logged = { ...heads.logged };
  let { own } = heads;
  for (const { device, counter, hash: last } of manifest.heads) {
    const name = idText(device);
    const head = { counter, hash: new Uint8Array(last) };
    if (counter > (logged[name]?.counter ?? 0)) logged[name] = head;
    if (name === me) {
      if (counter > own.counter) own = { ...own, ...head };
      continue;
    }
    if (counter > (others[name]?.counter ?? 0)) others[name] = { ...head, before: [] };
  }
  const cursor = Math.max(heads.cursor, manifest.upTo);
  const coveredThrough = Math.max(heads.coveredThrough, manifest.upTo);
  return { ...heads, own, others, logged, cursor, manifest: hash, coveredThrough };
}

/**
 * What waited for something before it: it stands in the snapshot, whose maker had everything, or waits
 * there too. And rows of this device that the snapshot holds: they will not be seen in the log any more.
 */
function passedBy(space: SpaceContext, manifest: SnapshotManifest, held: ReadonlySet<string>) {
  const ours = manifest.heads.find(({ device }) => idText(device) === space.me)?.counter ?? 0;
  const covered = space.outbox.filter(
    ({ counter }) => counter <= ours || held.has(`held/${counterKey(space.me, counter)}`),
  );
  const named = (part: string, key: string): SpaceRowName => ({ space: space.id, part, key });
  const drop = [
    ...covered.map(({ counter }) => named("outbox", counterKey("", counter))),
    ...[...space.held.keys()].map((key) => named("held", key)),
    ...[...space.apart.values()].flat().map(({ key }) => named("apart", key)),
    ...[...space.pieces].flatMap(([name, pieces]) =>
      pieces.map((_, at) => named("piece", `${name}/${String(at).padStart(4, "0")}`)),
    ),
  ];
  const forget = () => {
    space.outbox = space.outbox.filter((row) => !covered.includes(row));
    for (const { uid } of covered) space.acknowledged.delete(idText(uid));
    for (const waiting of [space.held, space.apart, space.pieces, space.tentative]) waiting.clear();
  };
  return { drop, forget };
}

/**
 * Takes in what a snapshot says: records are merged and kept with the cursor in one transaction, so
 * that a tab that ends in between begins again [N2].
 */
export async function takeSnapshot(
  space: SpaceContext,
  { manifest, hash }: ShownManifest,
  { records, waiting: each }: SnapshotContent,
): Promise<Result<null, NotKept>> {
  const { store } = space.tools;
  // Nothing of this very device waits here: whether others wait for it in vain is found when it is judged.
  const waiting = each.filter(({ key }) => space.me === "" || !key.startsWith(`${space.me}/`));
  const before = space.heads;
  const { membership } = space;
  // It may be from before somebody's last row was said.
  const moved = endedHeads({ membership, heads: headsAfter(before, manifest, hash, space.me) });
  // Whoever had something already judges it once they are level.
  const after = space.known.size > 0 ? { ...moved, manifest: before.manifest } : moved;
  const waits = new Set(each.map(({ part, key }) => `${part}/${key}`));
  const passed = passedBy(space, manifest, waits);
  const drop = passed.drop.filter(({ part, key }) => !waits.has(`${part}/${key}`));
  let heads = after;
  let change = changeKnown(space, new Map());
  const kept = await store.receive(space.id, records, wasMember(space), (outcomes): SpaceWrites => {
    heads = withRefused(space, after, outcomes);
    change = changeKnown(space, learnKept(space, records, outcomes));
    return {
      put: [...change.put, ...waiting, headsRow(space, heads)],
      drop: [...drop, ...change.drop],
    };
  });
  if (!kept.ok) return kept;
  space.heads = heads;
  change.rely();
  passed.forget();
  takeWaiting(space, waiting);
  return ok(null);
}

/** What came of looking for a snapshot to begin with: none is there, or none that enough devices have signed. */
export type SnapshotRead = "taken" | "none" | "unconfirmed";

/**
 * Reads a snapshot that enough devices confirmed, in place of rows up to where it stands: the one that
 * the server says was, or the newest. `none` where there is none that goes as far as rows have been let
 * go, and no further than the log. One that is shown as confirmed and is not, is told.
 */
export async function readSnapshot(
  space: SpaceContext,
  level: Pick<Level, "floor" | "head">,
): Promise<Result<SnapshotRead, FollowFailure>> {
  let found: SnapshotRead = "none";
  for (const which of ["confirmed", "latest"] as const) {
    const shown = await askForManifest(space, which);
    if (!shown.ok) return shown;
    const upTo = shown.value?.manifest.upTo ?? -1;
    if (shown.value === null || upTo < level.floor || upTo > level.head) continue;
    if (!(await isGoodManifest(space, shown.value.manifest))) return err({ type: "NotAServer" });
    if ((await standingOf(space, shown.value)) !== "confirmed") {
      if (which === "confirmed") await tell(space, { type: "BadSnapshot" });
      found = "unconfirmed";
      continue;
    }
    const received = await openSnapshot(space, shown.value.manifest);
    if (!received.ok) return received;
    const taken = await takeSnapshot(space, shown.value, received.value);
    return taken.ok ? ok("taken") : err(taken.error);
  }
  return ok(found);
}
