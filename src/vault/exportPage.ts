import { ok } from "#base/Result.ts";
import type { Vault, Version } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { loadRecord, openView } from "./loadRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { openVersion } from "./recordHistory.ts";

/** Others' words in a team space are not the person's to take along in an export of the journal. */
export const isOwn = (record: JournalRecord): boolean => !("space" in record);

/** Records to a page. */
const pageSize = 250;

/** `Vault.exportPage`: records in the order written, each with its history; rows that do not open are left out. */
export async function exportPage(
  journal: OpenJournal,
  ...[after]: Parameters<Vault["exportPage"]>
): ReturnType<Vault["exportPage"]> {
  const rows = await journal.rows.views(after ?? 0, Number.POSITIVE_INFINITY, pageSize);
  if (!rows.ok) return rows;
  const stored = await journal.rows.versions(rows.value.map(({ id }) => id));
  if (!stored.ok) return stored;
  const versions = new Map<string, Version[]>();
  for (const row of stored.value) {
    const version = await openVersion(journal, row);
    if (version !== null) versions.set(row.of, [...(versions.get(row.of) ?? []), version]);
  }
  const items = await Promise.all(
    rows.value.map(async ({ id, sealed }) => {
      const viewed = await openView(journal.sealer, id, sealed);
      if (viewed !== null) return { record: viewed, versions: versions.get(id) ?? [] };
      const loaded = await loadRecord(journal, id);
      return loaded.ok ? { record: loaded.value.record, versions: versions.get(id) ?? [] } : null;
    }),
  );
  const last = rows.value.length === pageSize ? rows.value.at(-1) : undefined;
  return ok({
    items: items.filter((item) => item !== null).filter(({ record }) => isOwn(record)),
    next: last?.order ?? null,
  });
}
