import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Vault } from "#core/journal/Vault.ts";
import type { BackupFormat } from "./BackupFormat.ts";
import { isOwn } from "./exportPage.ts";
import { loadRecord, openView } from "./loadRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { readBackup } from "./readBackup.ts";

/** Records to a page. */
const pageSize = 250;

/** `Vault.checkBackup`: reads the backup as a restore would and lays it beside the journal. Writes nothing. */
export async function checkBackup(
  journal: OpenJournal,
  format: BackupFormat,
  ...[file, words]: Parameters<Vault["checkBackup"]>
): ReturnType<Vault["checkBackup"]> {
  let same = 0;
  const contents = await readBackup(format, file, words, {
    take: async ({ record }) => {
      const loaded = await loadRecord(journal, record.id);
      const isSame = loaded.ok && JSON.stringify(loaded.value.record) === JSON.stringify(record);
      if (isSame) same += 1;
      return ok(null);
    },
  });
  if (!contents.ok) return contents;
  const own = await countOwn(journal);
  if (!own.ok) return own;
  return ok({ contents: contents.value, same, newerHere: Math.max(0, own.value - same) });
}

/** How many records of the person's own the journal holds, those that do not open left out. */
async function countOwn({
  rows,
  sealer,
}: Pick<OpenJournal, "rows" | "sealer">): Promise<Result<number, StorageFailure>> {
  let count = 0;
  for (let after = 0; ; ) {
    const page = await rows.views(after, Number.POSITIVE_INFINITY, pageSize);
    if (!page.ok) return page;
    const opened = await Promise.all(
      page.value.map(({ id, sealed }) => openView(sealer, id, sealed)),
    );
    count += opened.filter((record) => record !== null && isOwn(record)).length;
    const last = page.value.at(-1);
    if (last === undefined) return ok(count);
    after = last.order;
  }
}
