import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type Database from "libsql";
import * as v from "valibot";

const markSchema = v.object({
  lineage: v.string(),
  commits: v.pipe(v.number(), v.safeInteger()),
});
type Mark = v.InferOutput<typeof markSchema>;

function readMark(text: string | null): Mark | null {
  try {
    const read = v.safeParse(markSchema, JSON.parse(text ?? ""));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

function readFile(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Counts commits, in the database and beside it. */
export interface LogMark {
  /** This database was put back from a backup since it was last open; its logs have new ids. */
  readonly wasPutBack: boolean;
  /** To be called in each transaction, before its commit. */
  readonly beforeCommit: () => void;
  /** To be called after each commit. */
  readonly afterCommit: () => void;
  readonly close: () => void;
}

/**
 * Notices that the database was put back from a backup [V3]: a small file beside it says how many
 * commits it has seen and of which lineage. A database with fewer, or of another lineage, is an older
 * copy; its logs then get new ids. The file is written after each commit and never ahead of it, so a
 * crash can only make it say less.
 */
export function openLogMark(
  database: Database.Database,
  directory: string,
  newLineage: () => string,
): LogMark {
  const path = join(directory, "mailbox.mark");
  const row = database.prepare("select value from facts where name = 'mark'").get();
  const stored = readMark(row ? String((row as { value: unknown }).value) : null);
  const seen = readMark(readFile(path));
  const isNew = stored === null && seen === null;
  const isSame =
    stored !== null &&
    seen !== null &&
    stored.lineage === seen.lineage &&
    stored.commits >= seen.commits;
  const wasPutBack = !isSame && !isNew;

  let mark: Mark = isSame ? stored : { lineage: newLineage(), commits: stored?.commits ?? 0 };
  const write = database.prepare(
    `insert into facts (name, value) values ('mark', ?)
     on conflict (name) do update set value = excluded.value`,
  );
  const next = (): Mark => ({ ...mark, commits: mark.commits + 1 });
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  /** Padded to one length, so that a write replaces the whole. */
  const save = () => writeSync(file, JSON.stringify(mark).padEnd(120), 0);

  if (!isSame) {
    database.exec("begin immediate");
    if (wasPutBack) database.exec("update spaces set log_id = randomblob(16)");
    write.run(JSON.stringify(mark));
    database.exec("commit");
    save();
  }
  return {
    wasPutBack,
    beforeCommit: () => {
      write.run(JSON.stringify(next()));
    },
    afterCommit: () => {
      mark = next();
      save();
    },
    close: () => closeSync(file),
  };
}
