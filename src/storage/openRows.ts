import type { Result } from "#base/Result.ts";
import { ok } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { createDatabase } from "./Database.ts";
import { derivedRows } from "./derivedRows.ts";
import { draftRows } from "./draftRows.ts";
import { journalDatabaseName } from "./journalDatabaseName.ts";
import { journalTables } from "./journalTables.ts";
import { placedRows } from "./placedRows.ts";
import { recordReads } from "./recordReads.ts";
import { recordWrites } from "./recordWrites.ts";
import { spaceRows } from "./spaceRows.ts";

/** A journal's rows. */
export type Rows = ReturnType<typeof recordReads> &
  ReturnType<typeof recordWrites> &
  ReturnType<typeof draftRows> &
  ReturnType<typeof derivedRows> &
  ReturnType<typeof spaceRows> &
  ReturnType<typeof placedRows> & { readonly close: () => void };

/** Opens a journal's database, made where there is none. It implements the vault's `RowStore`. */
export async function openRows(id: string): Promise<Result<Rows, StorageFailure>> {
  const database = createDatabase(journalDatabaseName(id), journalTables);
  const opened = await database.open();
  if (!opened.ok) return opened;
  return ok({
    ...recordReads(database),
    ...recordWrites(database),
    ...draftRows(database),
    ...derivedRows(database),
    ...spaceRows(database),
    ...placedRows(database),
    close: () => database.db.close({ disableAutoOpen: true }),
  });
}
