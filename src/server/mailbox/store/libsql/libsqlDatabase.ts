import type Database from "libsql";
import type { SqlDatabase, SqlRow, SqlRun } from "../SqlDatabase.ts";
import type { LogMark } from "./LogMark.ts";

/** One connection, one user of it at a time. */
export interface LibsqlDatabase extends SqlDatabase {
  /** Runs when nothing else is under way; nothing else starts before it has ended. */
  readonly exclusively: <T>(work: () => T | Promise<T>) => Promise<T>;
}

const asRow = (value: unknown): SqlRow => value as SqlRow;

/** libSQL as a `SqlDatabase`. */
export function libsqlDatabase(database: Database.Database, mark: LogMark): LibsqlDatabase {
  const prepared = new Map<string, Database.Statement>();
  let last: Promise<unknown> = Promise.resolve();

  const exclusively: LibsqlDatabase["exclusively"] = (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  function statement(text: string): Database.Statement {
    const known = prepared.get(text);
    if (known) return known;
    const made = database.prepare(text.replace(/\$(\d+)/g, "?$1"));
    prepared.set(text, made);
    return made;
  }

  // One array each time: libSQL takes a lone object, bytes too, for named parameters.
  const run: SqlRun = async (text, ...values) => {
    const made = statement(text);
    if (made.reader) return made.all(values).map(asRow);
    made.run(values);
    return [];
  };

  return {
    forUpdate: "",
    exclusively,
    run: (text, ...values) => exclusively(() => run(text, ...values)),
    transaction: (work) =>
      exclusively(async () => {
        database.exec("begin immediate");
        try {
          const value = await work(run);
          mark.beforeCommit();
          database.exec("commit");
          mark.afterCommit();
          return value;
        } catch (failure) {
          if (database.inTransaction) database.exec("rollback");
          throw failure;
        }
      }),
  };
}
