import { ok } from "#base/Result.ts";
import type { Mark, Vault, Version } from "#core/journal/Vault.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { RecordWrite } from "./RowStore.ts";
import { sealWrite } from "./writeRecords.ts";

/**
 * The import methods of `Vault`. Records wait sealed in memory, so that storage sees either all of
 * an import or nothing; of two with the same id the first is taken.
 */
export function createImports(
  journal: OpenJournal,
): Pick<Vault, "stageImport" | "commitImport" | "dropImport"> {
  const staged = new Map<string, Map<string, RecordWrite>>();
  const repeated = new Map<string, number>();

  return {
    stageImport: async (batch, records, versions = []) => {
      const writes = staged.get(batch) ?? new Map<string, RecordWrite>();
      staged.set(batch, writes);
      const fresh = new Map<string, JournalRecord>();
      for (const record of records) {
        if (fresh.has(record.id) || writes.has(record.id)) {
          repeated.set(batch, (repeated.get(batch) ?? 0) + 1);
        } else {
          fresh.set(record.id, record);
        }
      }
      const sealed = await Promise.all(
        [...fresh.values()].map((record) =>
          sealWrite(journal, {
            record,
            state: journal.replica.begin(record),
            rev: null,
            remember: earlierOf(record.id, versions),
          }),
        ),
      );
      for (const write of sealed) writes.set(write.id, write);
    },
    commitImport: (batch) =>
      journal.turns.take(async () => {
        const writes = [...(staged.get(batch)?.values() ?? [])];
        const added = await journal.rows.addMissing(writes, journal.marks.own);
        if (!added.ok) return added;
        const again = repeated.get(batch) ?? 0;
        drop(batch);
        const { mark } = added.value;
        const addedIds = added.value.added as readonly RecordId[];
        if (addedIds.length > 0) tell(mark);
        const alreadyHere = writes.length - addedIds.length + again;
        return ok({ summary: { added: addedIds.length, addedIds, alreadyHere }, mark });
      }),
    dropImport: async (batch) => drop(batch),
  };

  function drop(batch: string): void {
    staged.delete(batch);
    repeated.delete(batch);
  }
  function tell(through: Mark): void {
    journal.feed.heard({ type: "written", through });
    journal.siblings.tell({ type: "written", through });
  }
}

const earlierOf = (id: string, versions: readonly Version[]): readonly JournalRecord[] =>
  versions
    .filter(({ record }) => record.id === id)
    .sort((a, b) => a.number - b.number)
    .map(({ record }) => record);
