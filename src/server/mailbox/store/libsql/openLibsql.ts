import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { errorFacts } from "../../createLog.ts";
import { schemaSteps } from "../schema.ts";

/** Another process keeps its mailbox in the same directory. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
}

/** The open database, and how to let go of it. */
export interface OpenLibsql {
  readonly database: Database.Database;
  readonly close: () => void;
}

/**
 * Holds `mailbox.lock` for as long as this process lives. The kernel lets go of it when the process
 * dies, however it dies. The lock is a file of its own, so that the mailbox itself stays open to
 * `sqlite3 … .backup` while the server runs.
 */
function lock(directory: string): Database.Database {
  const held = new Database(join(directory, "mailbox.lock"));
  try {
    held.exec("begin exclusive");
    return held;
  } catch (failure) {
    held.close();
    throw errorFacts(failure).code === "SQLITE_BUSY" ? new DirectoryInUse(directory) : failure;
  }
}

function migrate(database: Database.Database): void {
  const [{ user_version: done }] = database.pragma("user_version") as [{ user_version: number }];
  if (done > schemaSteps.length) throw new Error("the mailbox was written by a newer Headroom");
  schemaSteps.slice(done).forEach((statements, index) => {
    const number = done + index + 1;
    database.exec(
      ["begin immediate", ...statements, `pragma user_version = ${number}`, "commit"].join(";\n"),
    );
  });
}

/** Opens `mailbox.db` in a directory, which is made if need be. Throws `DirectoryInUse`. */
export function openLibsql(directory: string): OpenLibsql {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const held = lock(directory);
  const database = new Database(join(directory, "mailbox.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  // What was deleted is overwritten with zeros: withdrawn text goes from the file too.
  database.pragma("secure_delete = ON");
  database.pragma("busy_timeout = 5000");
  database.pragma("wal_autocheckpoint = 4000");
  migrate(database);
  return {
    database,
    close: () => {
      try {
        // A copy of the one file is then a copy of everything.
        database.pragma("wal_checkpoint(TRUNCATE)");
      } catch {
        // No room on the disk: all stands in the write-ahead log, and is moved when it is next open.
      }
      database.close();
      held.close();
    },
  };
}
