import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { BackupItem } from "./BackupFormat.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { RecordWrite } from "./RowStore.ts";
import { sealWrite } from "./writeRecords.ts";

/** Records to a transaction. The journal is not on "Choose your journal" until all of them are in. */
const chunk = 100;

/** What puts a backup's records and drafts into the store of a journal that is being made. */
export interface TakeIn {
  readonly record: (item: BackupItem) => Promise<Result<null, StorageFailure>>;
  readonly draft: (id: string, bytes: Uint8Array) => Promise<Result<null, StorageFailure>>;
  /** Writes what is left. */
  readonly finish: () => Promise<Result<null, StorageFailure>>;
}

/** Takes a backup into an open, empty journal, sealed under its own key, a chunk at a time. */
export function takeInBackup(journal: Pick<OpenJournal, "rows" | "sealer" | "replica">): TakeIn {
  let waiting: RecordWrite[] = [];
  const finish: TakeIn["finish"] = async () => {
    if (waiting.length === 0) return ok(null);
    const writes = waiting;
    waiting = [];
    const added = await journal.rows.addMissing(writes);
    return added.ok ? ok(null) : err(added.error);
  };
  return {
    record: async (item) => {
      const state = stateOf(journal, item);
      const remember = item.versions
        .toSorted((a, b) => a.number - b.number)
        .map(({ record }) => record);
      const { record } = item;
      waiting.push(await sealWrite(journal, { record, state, rev: null, remember }));
      return waiting.length < chunk ? ok(null) : finish();
    },
    draft: async (id, bytes) =>
      journal.rows.putDraft(id, await journal.sealer.seal("draft", id, bytes)),
    finish,
  };
}

/** The document of the backup, where it is one and says what the record says; else a new one. */
function stateOf(
  { replica }: Pick<OpenJournal, "replica">,
  { record, document }: BackupItem,
): Uint8Array {
  const read = document === null ? null : replica.read(document);
  const isTheirs = read?.ok && JSON.stringify(read.value) === JSON.stringify(record);
  return document !== null && isTheirs ? document : replica.begin(record);
}
