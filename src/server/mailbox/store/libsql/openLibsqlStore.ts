import { randomBytes } from "node:crypto";
import type { MailboxStore } from "../MailboxStore.ts";
import { memoryOnce } from "../memoryOnce.ts";
import { sqlInvitations } from "../sqlInvitations.ts";
import { sqlMemberships } from "../sqlMemberships.ts";
import { sqlKnownRow, sqlRowsAfter } from "../sqlRows.ts";
import { sqlSegments } from "../sqlSegments.ts";
import { sqlSnapshots } from "../sqlSnapshots.ts";
import { sqlSweep } from "../sqlSweep.ts";
import { sqlVoices } from "../sqlVoices.ts";
import { openLogMark } from "./LogMark.ts";
import { libsqlDatabase } from "./libsqlDatabase.ts";
import { libsqlPush } from "./libsqlPush.ts";
import { openLibsql } from "./openLibsql.ts";

/**
 * The embedded mailbox in `directory`, for one process: a second is refused with `DirectoryInUse`.
 * `quota`: what a space may keep, in bytes. Nonces and tickets stand in memory.
 */
export function openLibsqlStore(directory: string, quota: number): MailboxStore {
  const { database, close } = openLibsql(directory);
  const mark = openLogMark(database, directory, () => randomBytes(16).toString("base64url"));
  const sql = libsqlDatabase(database, mark);
  const once = memoryOnce();
  const sweep = sqlSweep(sql);
  return {
    push: libsqlPush(database, sql, mark, quota),
    rowsAfter: sqlRowsAfter(sql),
    knownRow: sqlKnownRow(sql),
    ...sqlMemberships(sql, () => randomBytes(16)),
    ...sqlInvitations(sql),
    ...sqlSegments(sql),
    ...sqlSnapshots(sql),
    ...sqlVoices(sql),
    ...once,
    remembersNonces: false,
    onHint: () => undefined,
    hint: () => undefined,
    sweep: async (now, coveredBefore) => {
      once.sweep(now);
      await sweep(now, coveredBefore);
      // Withdrawn text stands in the write-ahead log until it is started anew.
      await sql.exclusively(() => database.pragma("wal_checkpoint(TRUNCATE)"));
    },
    ping: async () => {
      await sql.run("select 1 as one");
    },
    close: () =>
      sql.exclusively(() => {
        mark.close();
        close();
      }),
  };
}
