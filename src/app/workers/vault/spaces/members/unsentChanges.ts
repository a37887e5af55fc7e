import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SpaceContext } from "#sync/SpaceContext.ts";
import { unsentRecords } from "#sync/unsentRecords.ts";
import { storageFailureIn } from "../failures.ts";
import type { SpaceParts } from "../SpaceParts.ts";

/** What a device says by itself when it makes a team or is let in: nobody's words. */
const isOfItself = (record: JournalRecord): boolean =>
  record.kind === "member-name" ||
  record.kind === "space-facts" ||
  (record.kind === "voice-box" && record.takes === "answers");

/** The records of a team that somebody changed here and that had not gone out. */
export async function unsentChanges(
  context: SpaceContext,
  { opened }: Pick<SpaceParts, "opened">,
): Promise<Result<readonly JournalRecord[], StorageFailure>> {
  const ids = await unsentRecords(context);
  if (!ids.ok) return err(storageFailureIn(ids.error));
  const all = await opened.carrying.recordsKeptFrom(context.id);
  if (!all.ok) return all;
  return ok(all.value.filter((record) => ids.value.has(record.id) && !isOfItself(record)));
}
