import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { SnapshotManifest } from "#wire/SnapshotManifest.ts";
import { endedHeads } from "./endChains.ts";
import { headsAfter } from "./headsAfter.ts";
import { changeKnown } from "./knownElsewhere.ts";
import { learnKept } from "./learnKept.ts";
import type { ShownManifest, SnapshotContent } from "./openSnapshot.ts";
import type { NotKept, SpaceRow, SpaceRowName, SpaceWrites } from "./ports/SpaceStore.ts";
import {
  type ApartUpdate,
  counterKey,
  headsRow,
  type SpaceContext,
  wasMember,
  withRefused,
} from "./SpaceContext.ts";
import { takeWaiting } from "./waitingRows.ts";

const deviceOf = (key: string): string => key.slice(0, key.indexOf("/"));

/** Whether this device has taken in more rows of a device than the snapshot. */
const isAhead = ({ heads }: SpaceContext, { heads: there }: SnapshotManifest, device: string) =>
  (heads.others[device]?.counter ?? 0) >
  (there.find((head) => idText(head.device) === device)?.counter ?? 0);

/**
 * What of the snapshot's waiting this device waits for as well: nothing of its own, which others wait for
 * in vain only if it is found so when it is judged; and no pieces of a device of whom it is further.
 */
const waitingFor = (
  space: SpaceContext,
  manifest: SnapshotManifest,
  each: readonly SpaceRow[],
): readonly SpaceRow[] =>
  each.filter(
    ({ part, key }) =>
      (space.me === "" || deviceOf(key) !== space.me) &&
      (part !== "piece" || !isAhead(space, manifest, deviceOf(key))),
  );

/** Updates that wait here and not in the snapshot, by record: rows that brought them are not read again. */
function apartHere(
  space: SpaceContext,
  waiting: readonly SpaceRow[],
): Map<string, readonly ApartUpdate[]> {
  const there = new Set(
    waiting
      .filter(({ part }) => part === "apart")
      .map(({ key, bytes }) => `${deviceOf(key)}/${idText(bytes)}`),
  );
  return new Map(
    [...space.apart].map(([id, updates]) => [
      id,
      updates.filter(({ bytes }) => !there.has(`${id}/${idText(bytes)}`)),
    ]),
  );
}

/**
 * What waited here and waits no more: rows, which are in the snapshot, wait there too, or come again after
 * it; and pieces, but of a device of whom this one is further. And rows of this device that the snapshot
 * holds: they will not be seen in the log any more.
 */
function passedBy(space: SpaceContext, manifest: SnapshotManifest, held: ReadonlySet<string>) {
  const ours = manifest.heads.find(({ device }) => idText(device) === space.me)?.counter ?? 0;
  const covered = space.outbox.filter(
    ({ counter }) => counter <= ours || held.has(`held/${counterKey(space.me, counter)}`),
  );
  const passed = [...space.pieces].filter(([name]) => !isAhead(space, manifest, deviceOf(name)));
  const named = (part: string, key: string): SpaceRowName => ({ space: space.id, part, key });
  const drop = [
    ...covered.map(({ counter }) => named("outbox", counterKey("", counter))),
    ...[...space.held.keys()].map((key) => named("held", key)),
    ...passed.flatMap(([name, pieces]) =>
      pieces.map((_, at) => named("piece", `${name}/${String(at).padStart(4, "0")}`)),
    ),
  ];
  const forget = () => {
    space.outbox = space.outbox.filter((row) => !covered.includes(row));
    for (const { uid } of covered) space.acknowledged.delete(idText(uid));
    for (const [name] of passed) space.pieces.delete(name);
    space.held.clear();
    space.tentative.clear();
  };
  return { drop, forget };
}

/**
 * Takes in what a snapshot says: records are merged, with what waited here for something before it, and kept
 * with the cursor in one transaction, so that a tab that ends in between begins again [N2].
 */
export async function takeSnapshot(
  space: SpaceContext,
  { manifest, hash }: ShownManifest,
  { records, waiting: each }: SnapshotContent,
): Promise<Result<null, NotKept>> {
  const { store } = space.tools;
  const waiting = waitingFor(space, manifest, each);
  const before = space.heads;
  const { membership } = space;
  // It may be from before somebody's last row was said.
  const moved = endedHeads({ membership, heads: headsAfter(before, manifest, hash, space.me) });
  // Whoever had something already judges it once they are level.
  const after = space.known.size > 0 ? { ...moved, manifest: before.manifest } : moved;
  const waits = new Set(each.map(({ part, key }) => `${part}/${key}`));
  const passed = passedBy(space, manifest, waits);
  const apart = apartHere(space, waiting);
  const received = records.map(({ id, updates }) => ({
    id,
    updates: [...updates, ...(apart.get(id) ?? [])],
  }));
  let heads = after;
  let change = changeKnown(space, new Map());
  let apartStill = apart;
  const kept = await store.receive(
    space.id,
    received,
    wasMember(space),
    (outcomes): SpaceWrites => {
      heads = withRefused(space, after, outcomes);
      change = changeKnown(space, learnKept(space, received, outcomes));
      apartStill = new Map(apart);
      for (const { id, outcomes: each } of outcomes) {
        const still = apart.get(id)?.filter((_, at) => each[at + 1] === "incomplete");
        if (still !== undefined) apartStill.set(id, still);
      }
      const stays = new Set([...apartStill.values()].flat().map(({ key }) => key));
      const gone = [...space.apart.values()].flat().filter(({ key }) => !stays.has(key));
      const drop = [
        ...passed.drop,
        ...gone.map(({ key }): SpaceRowName => ({ space: space.id, part: "apart", key })),
      ].filter(({ part, key }) => !waits.has(`${part}/${key}`));
      return {
        put: [...change.put, ...waiting, headsRow(space, heads)],
        drop: [...drop, ...change.drop],
      };
    },
  );
  if (!kept.ok) return kept;
  space.heads = heads;
  change.rely();
  passed.forget();
  space.apart.clear();
  for (const [id, updates] of apartStill) if (updates.length > 0) space.apart.set(id, updates);
  takeWaiting(space, waiting);
  return ok(null);
}
