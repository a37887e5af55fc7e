import { err, ok, type Result } from "#base/Result.ts";
import { foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import { isNewerManifest, readManifest, type SnapshotManifest } from "#wire/SnapshotManifest.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { headsAfter } from "./headsAfter.ts";
import { isLogOfLetter } from "./joinSpace.ts";
import { changeKnown } from "./knownElsewhere.ts";
import { isGoodManifest, readSegment } from "./openSnapshot.ts";
import type { NotKept, ReceivedOutcome, ReceivedUpdates } from "./ports/SpaceStore.ts";
import {
  headsRow,
  type SpaceContext,
  stateRow,
  wasMember,
  withNewer,
  withTakenBack,
  withTold,
} from "./SpaceContext.ts";
import type { SpaceFile } from "./spaceFile.ts";
import { goBy, welcome, withEntries } from "./withEntries.ts";

/** Why a file of this space is not taken in [B3]. */
export interface FileRefusal {
  readonly type: /** It is damaged, or nobody of this space made it. */
    | "BadFile"
    /** Only a later version of this app reads what is in it. */
    | "NewerFile"
    /** Members were changed on two devices apart: neither list continues the other. */
    | "Forked"
    /** This device is no member any more, and cannot read what is in it. */
    | "Removed"
    /** It was made before this device was let in. */
    | "NotAdmitted"
    /** Whoever made it is no member any more. */
    | "ByFormer"
    /** It is not what this device agreed to join: a team, or a device of one's own [J5]. */
    | "OtherKind";
}
const refuse = (type: FileRefusal["type"]) => err({ type } as const);

/** The space as it would be with the members of the file: a copy, of which nothing is kept. */
async function withMembersOf(
  space: SpaceContext,
  file: SpaceFile,
): Promise<Result<SpaceContext, FileRefusal>> {
  const { crypto } = space.tools;
  const { phase, log } = space.state;
  const whole = await foldMembership(null, file.log, crypto);
  if (!whole.ok || whole.value === null) return refuse("BadFile");
  if (!sameBytes(whole.value.space, space.state.space)) return refuse("BadFile");
  const agrees = log.every((entry, at) => {
    const theirs = file.log[at];
    return theirs === undefined || sameBytes(entry, theirs);
  });
  if (!agrees) return refuse("Forked");
  if (phase.type === "joining") {
    if (whole.value.kind !== space.state.kind) return refuse("OtherKind");
    if (file.log.length < phase.letter.number) return refuse("NotAdmitted");
    if (!(await isLogOfLetter(phase.letter, file.log, crypto))) return refuse("Forked");
    if (!whole.value.members.has(space.me)) return refuse("NotAdmitted");
  }
  const then = await withEntries(space, file.log.slice(log.length));
  return then.ok ? then : refuse("BadFile");
}

/** Every record in the file, opened. */
async function recordsIn(
  space: SpaceContext,
  manifest: SnapshotManifest,
  { segments }: SpaceFile,
): Promise<Result<readonly ReceivedUpdates[], FileRefusal>> {
  const sealer = space.keys.get(manifest.epoch)?.sealer;
  const isWhole = manifest.segments.length === segments.length;
  if (sealer === undefined || !isWhole) return refuse("BadFile");
  const received: ReceivedUpdates[] = [];
  for (const [at, sealed] of segments.entries()) {
    const hash = await space.tools.crypto.sha256(sealed);
    if (!sameBytes(hash, manifest.segments[at]?.hash ?? new Uint8Array())) return refuse("BadFile");
    const opened = await sealer.open("file", manifest.by, [at], sealed);
    const items = opened.ok ? await readSegment(opened.value) : refuse("BadFile");
    if (!items.ok) return refuse(items.error.type === "NewerVersion" ? "NewerFile" : "BadFile");
    for (const { id, state } of items.value) received.push({ id, updates: [{ bytes: state }] });
  }
  return ok(received);
}

/** Which of these records say something that this device did not have. */
async function findNew(
  space: SpaceContext,
  received: readonly ReceivedUpdates[],
): Promise<Result<ReadonlySet<string>, NotKept>> {
  const { store } = space.tools;
  const found = new Set<string>();
  for (const { id, updates } of received) {
    const mine = await store.difference(space.id, id, null, space, false);
    if (!mine.ok) return mine;
    const known = mine.value.type === "said" ? mine.value.known : null;
    const after = store.learn(
      known,
      updates.map(({ bytes }) => bytes),
    );
    if (known === null || !sameBytes(store.learn(known, []), after)) found.add(id);
  }
  return ok(found);
}

/**
 * Takes in a file of this space [B3]: everything is checked and opened on a copy, then members, records
 * and how far each device has got are kept in one transaction. Gives how many records were new or
 * changed. A file that says that this device was removed is believed, and nothing else of it.
 */
export async function takeSpaceFile(
  space: SpaceContext,
  file: SpaceFile,
): Promise<Result<number, FileRefusal | NotKept>> {
  const { store, crypto, clock } = space.tools;
  const then = await withMembersOf(space, file);
  if (!then.ok) return then;
  const { state, membership } = then.value;
  if (state.phase.type === "removed" || membership?.former.has(space.me)) {
    const kept = await store.write({ put: [stateRow({ id: space.id, state })], drop: [] });
    if (!kept.ok) return kept;
    goBy(space, then.value);
    return refuse("Removed");
  }
  const read = readManifest(file.manifest);
  if (!read.ok && isNewerManifest(file.manifest)) return refuse("NewerFile");
  if (!read.ok || !(await isGoodManifest(then.value, read.value))) return refuse("BadFile");
  const manifest = read.value;
  if (!membership?.members.has(idText(manifest.by))) return refuse("ByFormer");
  const opened = await recordsIn(then.value, manifest, file);
  if (!opened.ok) return opened;
  const received = opened.value;
  const fresh = await findNew(space, received);
  if (!fresh.ok) return fresh;
  const welcomed = await welcome(space, then.value);
  if (!welcomed.ok) return welcomed;

  const isByFile = space.requests === null;
  // Rows come by the log too, where there is one: then a file moves no cursor and no chain.
  const after = isByFile
    ? headsAfter(space.heads, manifest, await crypto.sha256(file.manifest), space.me)
    : space.heads;
  const { own, cursor, logged } = space.heads;
  let heads = { ...after, own, cursor, logged };
  let change = changeKnown(space, new Map());
  const changed = new Set<string>();
  const kept = await store.receive(
    space.id,
    received,
    wasMember(then.value),
    (outcomes: readonly ReceivedOutcome[]) => {
      const known = new Map<string, Uint8Array>();
      changed.clear();
      let refused = 0;
      let isNewer = false;
      for (const [
        at,
        {
          id,
          outcomes: [outcome],
        },
      ] of outcomes.entries()) {
        const bytes = received[at]?.updates[0]?.bytes;
        if (outcome === "kept" && fresh.value.has(id)) changed.add(id);
        if (outcome === "newer") isNewer = true;
        else if (outcome !== "kept" || bytes === undefined) refused += 1;
        // With a server, others count as knowing it only once its rows have come.
        else if (isByFile) known.set(id, store.learn(space.known.get(id) ?? null, [bytes]));
        else if (!space.known.has(id)) known.set(id, store.learn(null, []));
      }
      heads = withTakenBack({ ...after, own, cursor, logged }, outcomes);
      if (isNewer) heads = withNewer(heads, clock.now());
      if (refused > 0) heads = withTold(heads, clock.now(), { type: "SetAside", count: refused });
      change = changeKnown(space, known);
      return {
        put: [...change.put, stateRow({ id: space.id, state }), headsRow(space, heads)],
        drop: change.drop,
      };
    },
  );
  if (!kept.ok) return kept;
  goBy(space, then.value);
  space.heads = heads;
  change.rely();
  return ok(changed.size);
}
