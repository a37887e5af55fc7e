import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { openOwnRow } from "./openOwnRow.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { readPayload } from "./RowPayload.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/**
 * The records that were changed here and of which this device does not know that the server has it,
 * each once: those that wait to be made into rows, and those in rows that it has not acknowledged. What
 * only waits because everything is said again, whoever wrote it, is not among them until rows are made of
 * it: from then on, and until the server has them, that cannot be told apart any more.
 */
export async function unsentRecords(
  space: SpaceContext,
): Promise<Result<ReadonlySet<string>, NotKept>> {
  const marks = await space.tools.store.unsent(space.id, Number.POSITIVE_INFINITY);
  if (!marks.ok) return marks;
  const found = new Set(marks.value.filter(({ stamp }) => stamp > 0).map(({ id }) => id));
  for (const row of space.outbox) {
    if (space.acknowledged.has(idText(row.uid))) continue;
    const said = await readPayload((await openOwnRow(space, row)).payload);
    if (said.ok) for (const { id } of said.value.items) found.add(id);
  }
  return ok(found);
}
