import { createHash } from "node:crypto";
import type Database from "libsql";
import type { LoggedRow, RowPlace } from "#wire/Frame.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { Push, PushOutcome, RowStore } from "../RowStore.ts";
import { blob, type SqlRow, whole } from "../SqlDatabase.ts";
import { levelColumns, levelOf } from "../sqlMemberships.ts";
import type { LogMark } from "./LogMark.ts";
import type { LibsqlDatabase } from "./libsqlDatabase.ts";

interface Waiting {
  readonly push: Push;
  readonly resolve: (outcome: PushOutcome) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * The pushing of rows. Pushes that arrive in one turn of the event loop share one transaction and so
 * one wait for the disk.
 */
export function libsqlPush(
  database: Database.Database,
  { exclusively }: LibsqlDatabase,
  mark: LogMark,
  quota: number,
): RowStore["push"] {
  const level = database.prepare(`select ${levelColumns} from spaces where space = ?`);
  const insert = database.prepare(
    `insert into log_rows (space, seq, uid, hash, body) values (?, ?, ?, ?, ?)
     on conflict (space, uid) do nothing`,
  );
  const known = database.prepare("select seq, hash from log_rows where space = ? and uid = ?");
  const advance = database.prepare("update spaces set head = ?, bytes = ? where space = ?");

  function keep({ space, membership, rows }: Push): PushOutcome {
    const found = level.get([space]);
    const before = found ? levelOf(found as SqlRow) : "gone";
    if (before === "gone") return { type: "none" };
    if (before.membership !== membership) return { type: "moved" };
    let { head, bytes } = before;
    const places: RowPlace[] = [];
    const fresh: LoggedRow[] = [];
    const otherBody: Uint8Array[] = [];
    const overQuota: Uint8Array[] = [];
    for (const { uid, body } of rows) {
      const hash = createHash("sha256").update(body).digest();
      const isOver = bytes + body.length > quota;
      const isNew = !isOver && insert.run([space, head + 1, uid, hash, body]).changes === 1;
      if (isNew) {
        head += 1;
        bytes += body.length;
        places.push({ uid, seq: head });
        fresh.push({ seq: head, uid, body });
        continue;
      }
      const old = known.get([space, uid]) as SqlRow | undefined;
      if (!old) overQuota.push(uid);
      else if (sameBytes(blob(old, "hash"), hash)) places.push({ uid, seq: whole(old, "seq") });
      else otherBody.push(uid);
    }
    if (fresh.length > 0) advance.run([head, bytes, space]);
    return { type: "kept", level: { ...before, head, bytes }, places, fresh, otherBody, overQuota };
  }

  let waiting: Waiting[] = [];

  function flush(): void {
    const taken = waiting;
    waiting = [];
    try {
      database.exec("begin immediate");
      const outcomes = taken.map(({ push }) => keep(push));
      mark.beforeCommit();
      database.exec("commit");
      mark.afterCommit();
      taken.forEach(({ resolve }, index) => {
        const outcome = outcomes[index];
        if (outcome) resolve(outcome);
      });
    } catch (failure) {
      if (database.inTransaction) database.exec("rollback");
      for (const { reject } of taken) reject(failure);
    }
  }

  return (push) =>
    new Promise((resolve, reject) => {
      waiting.push({ push, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void exclusively(flush));
    });
}
