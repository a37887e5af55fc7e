import { ok, type Result } from "#base/Result.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { forgetKnown } from "./knownElsewhere.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { headsRow, type SpaceContext } from "./SpaceContext.ts";
import type { Heads } from "./SpaceState.ts";

/** Heads in which nobody's rows go on after those that the log of members calls their last [M6]. */
export function endedHeads({
  membership,
  heads,
}: Pick<SpaceContext, "membership" | "heads">): Heads {
  let ended = heads;
  for (const [device, { lastRow }] of membership?.former ?? []) {
    const chain = ended.others[device];
    if (lastRow === undefined || chain === undefined || chain.counter < lastRow.counter) continue;
    if (chain.counter === lastRow.counter && sameBytes(chain.hash, lastRow.hash)) continue;
    const { counter, hash } = lastRow;
    const before = chain.before.filter((head) => head.counter < counter);
    const others = { ...ended.others, [device]: { counter, hash: new Uint8Array(hash), before } };
    const logged = { ...ended.logged };
    if ((logged[device]?.counter ?? 0) >= counter) logged[device] = { counter, hash };
    if (counter === 0) {
      delete others[device];
      delete logged[device];
    }
    ended = { ...ended, others, logged };
  }
  return ended;
}

/**
 * Ends the chains of former members where the log of members says that they end [M6]. Had this device
 * taken in more, or other rows, it is true, and it has what colleagues were never shown: it sends
 * everything it has again, so that all have the same words, each under its writer's own proof [A1].
 */
export async function endChains(space: SpaceContext): Promise<Result<boolean, NotKept>> {
  const heads = endedHeads(space);
  if (heads === space.heads) return ok(false);
  const { store } = space.tools;
  // The marks first: a tab that ends in between then sends too much rather than too little.
  const marked = await store.markAll(space.id);
  if (!marked.ok) return marked;
  const { drop, rely } = forgetKnown(space);
  const kept = await store.write({ put: [headsRow(space, heads)], drop });
  if (!kept.ok) return kept;
  space.heads = heads;
  rely();
  return ok(true);
}
