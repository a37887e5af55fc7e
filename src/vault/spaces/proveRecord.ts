import { err, ok, type Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { type LoadedRecord, loadRecord } from "../loadRecord.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { Proofs, Proved } from "../Replica.ts";
import { recordBytes } from "../recordBytes.ts";
import { sealWrite } from "../writeRecords.ts";

/** What is missing beside a record, and the record as it is shown with it. */
export type Prove = (
  now: Proved,
) => Promise<{ readonly missing: Proofs; readonly shown: JournalRecord }>;

/** Another tab can win the race for a row only so often in a row. */
const mostTries = 50;

/**
 * A record with the proofs put beside it that were missing there: signed when it is about to be sent,
 * so that whoever passes it on passes on who wrote it. What it says, and whether it is unsent, stay.
 */
export const proveRecord = (
  journal: OpenJournal,
  id: string,
  prove: Prove,
): Promise<Result<Pick<LoadedRecord, "record" | "state">, ReadFailure>> =>
  journal.turns.take(async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const loaded = await loadRecord(journal, id);
      if (!loaded.ok) return loaded;
      const { record, state, rev } = loaded.value;
      if (!("space" in record)) return ok({ record, state });
      const { proofs, contents } = journal.replica;
      const now = { record, proofs: proofs(state), contents: () => contents(state) };
      const { missing, shown } = await prove(now);
      if (missing.size === 0) return ok({ record, state });
      const next = journal.replica.withProofs(state, missing);
      const view = recordBytes(shown);
      const write = await sealWrite(journal, { record, state: next, rev, remember: [] }, view);
      const committed = await journal.rows.commit([write], null);
      if (committed.ok) {
        const through = committed.value.at(-1) ?? 0;
        journal.feed.wrote([{ order: through, id: record.id, view }], through);
        journal.siblings.tell({ type: "written", through });
        return ok({ record, state: next });
      }
      if (committed.error.type !== "Conflict") return err(committed.error);
    }
    return err({ type: "StorageRefused", name: "Contended" });
  });
