import { randomBytes } from "node:crypto";
import type { MailboxStore } from "../MailboxStore.ts";
import { sqlInvitations } from "../sqlInvitations.ts";
import { sqlMemberships } from "../sqlMemberships.ts";
import { sqlOnce } from "../sqlOnce.ts";
import { sqlKnownRow, sqlRowsAfter } from "../sqlRows.ts";
import { sqlSegments } from "../sqlSegments.ts";
import { sqlSnapshots } from "../sqlSnapshots.ts";
import { sqlSweep } from "../sqlSweep.ts";
import { sqlVoices } from "../sqlVoices.ts";
import { migrate } from "./migrate.ts";
import { postgresDatabase, postgresPool } from "./postgresDatabase.ts";
import { postgresHints } from "./postgresHints.ts";
import { postgresPush } from "./postgresPush.ts";

/**
 * The mailbox in PostgreSQL at `url`, for any number of nodes. `quota`: what a space may keep, in
 * bytes. Rejects when the database cannot be reached or was written by a newer version.
 */
export async function openPostgresStore(url: string, quota: number): Promise<MailboxStore> {
  const pool = postgresPool(url, () => undefined);
  const update = async () => {
    const client = await pool.connect();
    try {
      await migrate(client);
    } finally {
      client.release();
    }
  };
  try {
    await update();
  } catch (failure) {
    await pool.end();
    throw failure;
  }
  const sql = postgresDatabase(pool);
  const { push, idle } = postgresPush(pool, quota);
  // After a break it may be a standby that took over: its logs may have lost their last rows.
  const hints = postgresHints(url, pool, randomBytes(8).toString("base64url"), () => {
    update().catch(() => undefined);
  });
  return {
    push,
    rowsAfter: sqlRowsAfter(sql),
    knownRow: sqlKnownRow(sql),
    ...sqlMemberships(sql, () => randomBytes(16)),
    ...sqlInvitations(sql),
    ...sqlSegments(sql),
    ...sqlSnapshots(sql),
    ...sqlVoices(sql),
    ...sqlOnce(sql),
    remembersNonces: true,
    onHint: hints.onHint,
    hint: hints.hint,
    sweep: sqlSweep(sql),
    ping: async () => {
      await sql.run("select 1 as one");
    },
    close: async () => {
      await hints.close();
      await idle();
      await pool.end();
    },
  };
}
