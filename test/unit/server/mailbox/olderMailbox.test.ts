import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLibsql } from "#server/mailbox/store/libsql/openLibsql.ts";
import { schemaSteps } from "#server/mailbox/store/schema.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "headroom-older-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A mailbox as the release wrote it that knew this many steps, with a row in it. */
function writeOlder(place: string, steps: number): void {
  mkdirSync(place);
  const older = new Database(join(place, "mailbox.db"));
  for (const statement of schemaSteps.slice(0, steps).flat()) older.exec(statement);
  older.exec(
    "insert into log_rows (space, seq, uid, hash, body) values (x'01', 1, x'02', x'03', x'04')",
  );
  older.pragma(`user_version = ${steps}`);
  older.close();
}

/** Opens the mailbox as the server does; its columns and indexes, and what its log holds. */
function openNow(place: string) {
  const { database, close } = openLibsql(place);
  const columns = database
    .prepare(
      `select m.type, m.name, c.name as part, c.type as kind from sqlite_master m
       left join pragma_table_info(m.name) c on m.type = 'table' order by 2, 3`,
    )
    .all([]);
  const rows = database.prepare("select seq, hex(body) as body from log_rows").all([]);
  close();
  return { columns, rows };
}

const releases = schemaSteps.slice(1).map((_, index) => index + 1);

it.each(releases)(
  "a mailbox of %i steps becomes what a new one is, and keeps its rows",
  (steps) => {
    const { columns } = openNow(join(directory, "new"));
    expect(columns.length).toBeGreaterThan(50);
    const older = join(directory, "older");
    writeOlder(older, steps);
    const now = openNow(older);
    expect(now.columns).toEqual(columns);
    expect(now.rows).toEqual([{ seq: 1, body: "04" }]);
  },
);
