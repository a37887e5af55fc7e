import type { Result } from "#base/Result.ts";
import { forgetKnown } from "./knownElsewhere.ts";
import type { NotKept, SpaceRowName } from "./ports/SpaceStore.ts";
import { counterKey, headsRow, type SpaceContext } from "./SpaceContext.ts";
import type { Heads } from "./SpaceState.ts";
import { unsentRecords } from "./unsentRecords.ts";

/** Marks everything. What was changed here, and stands in rows that wait to be sent, stays known as that. */
async function markAllAnew(space: SpaceContext): Promise<Result<null, NotKept>> {
  const { store } = space.tools;
  const unsent = await unsentRecords(space);
  if (!unsent.ok) return unsent;
  const mark = { space: space.id, part: "unsent", stamp: 1, bytes: new Uint8Array(0) };
  const put = [...unsent.value].map((key) => ({ ...mark, key }));
  const kept = await store.write({ put, drop: [] });
  return kept.ok ? store.markAll(space.id) : kept;
}

/**
 * Says everything again, in rows that need none before them [U4, V3]: nobody is thought to know anything
 * any more, and what waited to be sent is dropped, in one write with `heads` and with what else has to go
 * with it. `heads` are those to be gone by, but for this device's own.
 */
export async function sayAllAgain(
  space: SpaceContext,
  heads: Heads = space.heads,
  besides: readonly SpaceRowName[] = [],
): Promise<Result<null, NotKept>> {
  // The marks first: a tab that ends in between then sends too much rather than too little.
  const marked = await markAllAnew(space);
  if (!marked.ok) return marked;
  const { own } = space.heads;
  const anew: Heads = { ...heads, own: { ...own, floor: own.counter + 1 } };
  const forgotten = forgetKnown(space);
  const waiting = space.outbox.map(({ counter }) => ({
    space: space.id,
    part: "outbox",
    key: counterKey("", counter),
  }));
  const kept = await space.tools.store.write({
    put: [headsRow(space, anew)],
    drop: [...forgotten.drop, ...waiting, ...besides],
  });
  if (!kept.ok) return kept;
  space.heads = anew;
  forgotten.rely();
  space.outbox = [];
  space.acknowledged.clear();
  return kept;
}
