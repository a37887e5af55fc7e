import type pg from "pg";
import type { LoggedRow, RowPlace } from "#wire/Frame.ts";
import type { Push, PushOutcome, RowStore } from "../RowStore.ts";
import { blob, type SqlRow, whole } from "../SqlDatabase.ts";

interface Waiting {
  readonly push: Push;
  readonly resolve: (outcome: PushOutcome) => void;
  readonly reject: (failure: unknown) => void;
}

const statuses = ["fresh", "known", "otherBody", "overQuota", "moved", "none"] as const;

/** Rows of all the pushes that share one call: about so many bytes of bodies. */
const mostBytes = 4 * 1024 * 1024;

/** What the call answered for the rows of one push. */
function outcomeOf({ membership, rows }: Push, answers: readonly SqlRow[]): PushOutcome {
  const first = answers[0];
  const status = first ? statuses[whole(first, "status")] : "none";
  if (!first || status === "none") return { type: "none" };
  if (status === "moved") return { type: "moved" };
  const places: RowPlace[] = [];
  const fresh: LoggedRow[] = [];
  const otherBody: Uint8Array[] = [];
  const overQuota: Uint8Array[] = [];
  rows.forEach(({ uid, body }, index) => {
    const answer = answers[index];
    if (!answer) throw new Error("PostgreSQL answered for fewer rows than were asked");
    const seq = whole(answer, "seq");
    const status = statuses[whole(answer, "status")];
    if (status === "otherBody") otherBody.push(uid);
    else if (status === "overQuota") overQuota.push(uid);
    else {
      places.push({ uid, seq });
      if (status === "fresh") fresh.push({ seq, uid, body });
    }
  });
  const last = answers[rows.length - 1] ?? first;
  const level = {
    logId: blob(last, "log_id"),
    head: whole(last, "head"),
    floor: whole(last, "floor"),
    bytes: whole(last, "bytes"),
    membership,
  };
  return { type: "kept", level, places, fresh, otherBody, overQuota };
}

/**
 * The pushing of rows. A space has one call under way at a time from this node; what arrives
 * meanwhile goes together in the next. Other nodes wait at the space's counter [V1].
 */
export function postgresPush(
  pool: pg.Pool,
  quota: number,
): { readonly push: RowStore["push"]; readonly idle: () => Promise<void> } {
  const queues = new Map<string, Waiting[]>();
  const underWay = new Set<Promise<void>>();

  async function call(taken: readonly Waiting[]): Promise<void> {
    const [first] = taken;
    if (!first) return;
    const rows = taken.flatMap(({ push }) => push.rows);
    try {
      const { rows: answers } = await pool.query({
        name: "push",
        text: "select * from headroom_push($1, $2, $3, $4, $5)",
        values: [
          Buffer.from(first.push.space),
          first.push.membership,
          rows.map(({ uid }) => Buffer.from(uid)),
          rows.map(({ body }) => Buffer.from(body)),
          quota,
        ],
      });
      let at = 0;
      const isWhole = answers.length === rows.length;
      for (const { push, resolve } of taken) {
        const own = isWhole ? answers.slice(at, at + push.rows.length) : answers;
        at += push.rows.length;
        resolve(outcomeOf(push, own));
      }
    } catch (failure) {
      for (const { reject } of taken) reject(failure);
    }
  }

  /** The pushes at the front that may share a call: checked under one membership, not too large. */
  function take(queue: Waiting[]): Waiting[] {
    const membership = queue[0]?.push.membership;
    let bytes = 0;
    const end = queue.findIndex(({ push }, index) => {
      bytes += push.rows.reduce((sum, { body }) => sum + body.length, 0);
      return index > 0 && (push.membership !== membership || bytes > mostBytes);
    });
    return queue.splice(0, end === -1 ? queue.length : end);
  }

  async function drain(key: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await call(take(queue));
    queues.delete(key);
  }

  return {
    push: (push) =>
      new Promise((resolve, reject) => {
        const key = Buffer.from(push.space).toString("base64");
        const queue = queues.get(key);
        const waiting = { push, resolve, reject };
        if (queue) {
          queue.push(waiting);
          return;
        }
        const made = [waiting];
        queues.set(key, made);
        const done = drain(key, made).finally(() => underWay.delete(done));
        underWay.add(done);
      }),
    idle: async () => {
      await Promise.all(underWay);
    },
  };
}
