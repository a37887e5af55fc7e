import { ok, type Result } from "#base/Result.ts";
import { checkSnapshot } from "./checkSnapshot.ts";
import { confirmSnapshot } from "./confirmSnapshot.ts";
import type { FollowFailure } from "./followMembers.ts";
import { changeKnown } from "./knownElsewhere.ts";
import { learnKept } from "./learnKept.ts";
import type { ShownManifest } from "./openSnapshot.ts";
import type { Comparison, NotKept, SpaceWrites } from "./ports/SpaceStore.ts";
import type { ServerFailure } from "./requests.ts";
import {
  headsRow,
  keepHeads,
  type SpaceContext,
  tell,
  wasMember,
  withRefused,
  withTakenBack,
} from "./SpaceContext.ts";
import { sayAllAgain } from "./sayAllAgain.ts";

/**
 * Takes in what the snapshot says beyond what came by rows, and forgets that others know what it leaves
 * out for good. False where something of it may not stand here.
 */
async function takeComparison(
  space: SpaceContext,
  { more, forgone }: Comparison,
): Promise<Result<boolean, NotKept>> {
  const { store } = space.tools;
  let learnt: ReadonlyMap<string, Uint8Array> = new Map();
  let change = changeKnown(space, learnt);
  let heads = space.heads;
  const kept = await store.receive(space.id, more, wasMember(space), (outcomes): SpaceWrites => {
    heads = withTakenBack(withRefused(space, space.heads, outcomes), outcomes);
    learnt = learnKept(space, more, outcomes);
    change = changeKnown(space, learnt, forgone);
    return { put: [...change.put, headsRow(space, heads)], drop: change.drop };
  });
  if (!kept.ok) return kept;
  space.heads = heads;
  change.rely();
  return ok(learnt.size === more.length);
}

type Refused = Extract<ServerFailure, { readonly type: "Refused" }>;

/** Judging costs as much as the space does: the same snapshot is not judged anew with every exchange. */
export function judgeLater(
  space: SpaceContext,
  { hash }: ShownManifest,
  at: number = space.tools.clock.now() + space.tools.compaction.milliseconds,
): void {
  space.judgeFrom = { manifest: hash, at };
}

/**
 * When the server may take what it refused. Where it does not say so, it may be of an older version:
 * nothing else will come of judging again at once.
 */
function mayAskFrom({ tools }: SpaceContext, { refusal }: Refused): number | undefined {
  // The clock's difference is known by now.
  if ("now" in refusal) return tools.clock.now();
  if (!("after" in refusal)) return undefined;
  return tools.clock.now() + Math.min(refusal.after * 1000, tools.compaction.milliseconds);
}

/** A colleague's device could make it say everything again with each snapshot. */
const mayBeginAnew = ({ heads, tools }: SpaceContext): boolean =>
  Math.abs(tools.clock.now() - heads.begunAnewAt) >= tools.compaction.milliseconds;

/** Of the rows before, one never reached the others, who wait for it [N4]. */
const beginAnew = (space: SpaceContext): Promise<Result<null, NotKept>> =>
  sayAllAgain(space, { ...space.heads, begunAnewAt: space.tools.clock.now() });

/** What this device made of a snapshot. `later`: it cannot say yet. */
export type Judged = "confirmed" | "wanting" | "later";

/** One that will not do is not looked at again; another is made in its place. */
async function replace(
  space: SpaceContext,
  hash: Uint8Array,
  isFalse: boolean,
): Promise<Result<Judged, NotKept>> {
  if (isFalse) await tell(space, { type: "BadSnapshot" });
  const kept = await keepHeads(space, { ...space.heads, manifest: hash, coveredThrough: 0 });
  return kept.ok ? ok("wanting") : kept;
}

/** Judges a snapshot that this device has not judged, and confirms it where it is whole [N4]. */
export async function judgeSnapshot(
  space: SpaceContext,
  shown: ShownManifest,
): Promise<Result<Judged, FollowFailure>> {
  const verdict = await checkSnapshot(space, shown);
  if (!verdict.ok) return verdict;
  if (verdict.value.type === "unsure") return ok("later");
  if (verdict.value.type === "unreadable") {
    judgeLater(space, shown);
    return ok("later");
  }
  if (verdict.value.type === "cutOff") {
    judgeLater(space, shown);
    const begun = mayBeginAnew(space) ? await beginAnew(space) : ok(null);
    return begun.ok ? ok("later") : begun;
  }
  const { manifest, hash } = shown;
  if (verdict.value.type === "flawed") return replace(space, hash, true);
  if (verdict.value.type === "behind") return replace(space, hash, false);
  const taken = await takeComparison(space, verdict.value.compared);
  if (!taken.ok) return taken;
  if (!taken.value) return replace(space, hash, true);
  const confirmed = await confirmSnapshot(space, shown);
  if (!confirmed.ok) {
    if (confirmed.error.type === "Refused")
      judgeLater(space, shown, mayAskFrom(space, confirmed.error));
    return confirmed;
  }
  const { eraseThrough, coveredThrough } = space.heads;
  const erases = manifest.purge && manifest.upTo >= eraseThrough;
  const kept = await keepHeads(space, {
    ...space.heads,
    manifest: hash,
    coveredThrough: Math.max(coveredThrough, manifest.upTo),
    eraseThrough: erases ? 0 : eraseThrough,
  });
  return kept.ok ? ok("confirmed") : kept;
}
