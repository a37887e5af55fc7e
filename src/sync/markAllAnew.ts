import type { Result } from "#base/Result.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { unsentRecords } from "./unsentRecords.ts";

/**
 * Marks everything to be said again, before the rows that wait to be sent are dropped: what in them was
 * changed here stays known as that.
 */
export async function markAllAnew(space: SpaceContext): Promise<Result<null, NotKept>> {
  const { store } = space.tools;
  const unsent = await unsentRecords(space);
  if (!unsent.ok) return unsent;
  const mark = { space: space.id, part: "unsent", stamp: 1, bytes: new Uint8Array(0) };
  const put = [...unsent.value].map((key) => ({ ...mark, key }));
  const kept = await store.write({ put, drop: [] });
  return kept.ok ? store.markAll(space.id) : kept;
}
