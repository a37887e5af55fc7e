import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SpaceContext } from "#sync/SpaceContext.ts";
import { unsentRecords } from "#sync/unsentRecords.ts";
import { storageFailureIn } from "../failures.ts";
import type { SpaceParts } from "../SpaceParts.ts";

/** What a device says of itself when it is let in: nobody's words. */
const ofItself: readonly JournalRecord["kind"][] = ["member-name", "space-facts"];

/** The records of a team that somebody changed here and that had not gone out. */
export async function unsentChanges(
  context: SpaceContext,
  { opened }: Pick<SpaceParts, "opened">,
): Promise<Result<readonly JournalRecord[], StorageFailure>> {
  const ids = await unsentRecords(context);
  if (!ids.ok) return err(storageFailureIn(ids.error));
  const all = await opened.carrying.recordsKeptFrom(context.id);
  if (!all.ok) return all;
  return ok(all.value.filter(({ id, kind }) => ids.value.has(id) && !ofItself.includes(kind)));
}
