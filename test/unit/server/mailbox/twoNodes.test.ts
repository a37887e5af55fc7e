import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgresStore } from "#server/mailbox/store/postgres/openPostgresStore.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { type PostgresServer, startPostgres } from "../../../contract/server/postgresServer.ts";
import { admit, appended, entry, rotate } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto } from "../../wire/nodeCrypto.ts";
import { startMailbox, type TestMailbox } from "./startMailbox.ts";
import {
  ask,
  frameOf,
  framesOf,
  live,
  newSpace,
  pushOf,
  refusalOf,
  row,
  send,
  signatureFor,
} from "./TestClient.ts";

const quota = 10_000_000;
let postgres: PostgresServer;
let url = "";
let nodes: readonly TestMailbox[] = [];
let one = "";
let other = "";

async function node(change: { deaf?: boolean; lookMilliseconds?: number } = {}) {
  const store = await openPostgresStore(url, quota);
  // A deaf node loses every hint, as when its connection for LISTEN is away.
  const heard = change.deaf ? { ...store, onHint: () => undefined } : store;
  const settings = change.lookMilliseconds ? { lookMilliseconds: change.lookMilliseconds } : {};
  return startMailbox({ store: heard, settings });
}

beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.newDatabase();
  nodes = [await node(), await node()];
  [one = "", other = ""] = nodes.map(({ origin }) => origin);
}, 120_000);
afterAll(async () => {
  await Promise.all(nodes.map((running) => running.stop()));
  await postgres?.stop();
}, 60_000);

/** Breaks every connection on which a node listens for hints. */
async function breakListening(): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query = 'listen headroom'`,
  );
  await client.end();
  expect(rowCount).toBeGreaterThan(0);
}

/** A space with Ann and Ben, made at the first node. */
async function team() {
  const { ann, membership, path } = await newSpace(one);
  const ben = newDevice();
  const act = admit(ben);
  const bytes = await entry(membership, ann, act);
  const body = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
  await framesOf(await ask(one, ann, "POST", `${path}/members`, body));
  const both = await appended(membership, ann, act);
  return { ann, ben, path, membership: { ...both, hash: await nodeCrypto.sha256(bytes) } };
}

describe("two nodes on one PostgreSQL", () => {
  it("show each reader every row once and in order, whichever node it was pushed to", async () => {
    const { ann, ben, membership } = await team();
    const [here, there] = await Promise.all([
      live(one, ann, membership.space),
      live(other, ben, membership.space),
    ]);
    await Promise.all([here.next("level"), there.next("level")]);
    const each = 40;
    for (let request = 0; request < each; request += 1) {
      here.send({ type: "push", request, rows: [row(membership, ann)] });
      there.send({ type: "push", request, rows: [row(membership, ben)] });
    }
    for (const socket of [here, there]) {
      const seqs: number[] = [];
      while (seqs.length < 2 * each) {
        const frame = await socket.next("rows", "settled");
        if (frame.type === "rows" && !frame.settled) continue;
        seqs.push(...frame.rows.map(({ seq }) => seq));
      }
      expect(seqs).toEqual(Array.from({ length: 2 * each }, (_, index) => index + 1));
      socket.socket.close();
    }
  });

  it("give one uid one place, pushed to both at once", async () => {
    const { ann, membership, path } = await team();
    const rows = Array.from({ length: 10 }, () => row(membership, ann));
    const answers = await Promise.all(
      [one, other, one, other].map((origin) =>
        ask(origin, ann, "POST", `${path}/rows`, pushOf(...rows)),
      ),
    );
    const places = await Promise.all(
      answers.map(async (answer) => frameOf(await framesOf(answer), "ack").rows),
    );
    for (const listed of places) expect(listed).toEqual(places[0]);
    const pulled = await framesOf(await ask(other, ann, "GET", `${path}/rows`));
    expect(frameOf(pulled, "rows").rows).toHaveLength(10);
  });

  it("refuse a removed device at both from the next request on, and turn out its socket [M4]", async () => {
    const { ann, ben, membership, path } = await team();
    const socket = await live(other, ben, membership.space);
    await socket.next("level");
    const bytes = await entry(membership, ann, rotate(membership, [ben]));
    const body = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
    await framesOf(await ask(one, ann, "POST", `${path}/members`, body));
    const push = await ask(other, ben, "POST", `${path}/rows`, pushOf(row(membership, ben)));
    expect(await refusalOf(push)).toBe("403 NotMember");
    expect((await socket.next("refused")).code).toBe("NotMember");
    socket.socket.close();
  });

  it("take a signature once between them, and a ticket at either [Q1]", async () => {
    const { ann, membership, path } = await team();
    const request = { method: "GET" as const, path: `${path}/rows` };
    const headers = await signatureFor(request, ann);
    expect((await send(one, request, headers)).status).toBe(200);
    expect(await refusalOf(await send(other, request, headers))).toBe("401 BadSignature");
    expect(membership.members.size).toBe(2);
  });

  it("wake a nudge that waits at the other node", async () => {
    const { ann, ben, membership, path } = await team();
    // A hint of what happened before may still be on its way, and wake it first: it asks again.
    const woken = async (): Promise<number> => {
      const answer = await ask(other, ben, "GET", `${path}/nudge?head=0&membership=2`);
      const { head } = frameOf(await framesOf(answer), "nudge");
      return head === 0 ? woken() : head;
    };
    const waiting = woken();
    await framesOf(await ask(one, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
    expect(await waiting).toBe(1);
  });

  it("catch up without any hint at the next look, pull or reconnect [V6]", async () => {
    const deaf = await node({ deaf: true, lookMilliseconds: 200 });
    const { ann, ben, membership, path } = await team();
    const socket = await live(deaf.origin, ben, membership.space);
    await socket.next("level");
    await framesOf(await ask(one, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
    expect((await socket.next("rows")).rows).toMatchObject([{ seq: 1 }]);
    socket.socket.close();
    await deaf.stop();
  });

  it("hear hints again after the connection for them broke, and then of everything since [V6]", async () => {
    // By hints alone: it looks for itself in eleven days.
    const listening = await node({ lookMilliseconds: 1e9 });
    const { ann, ben, membership, path } = await team();
    const socket = await live(listening.origin, ben, membership.space);
    await socket.next("level");
    await breakListening();
    let isHeard = false;
    const first = socket.next("rows").then(({ rows }) => {
      isHeard = true;
      return rows[0];
    });
    while (!isHeard) {
      await framesOf(await ask(one, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await first).toMatchObject({ seq: 1 });
    socket.socket.close();
    await listening.stop();
  });

  it("keep what they acknowledged when PostgreSQL dies in the middle of pushes", async () => {
    if (!postgres.crash) return;
    const { ann, membership, path } = await team();
    const acknowledged = new Map<string, number>();
    const write = async (origin: string) => {
      for (;;) {
        const answer = await ask(origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann)));
        for (const { uid, seq } of frameOf(await framesOf(answer), "ack").rows) {
          acknowledged.set(Buffer.from(uid).toString("hex"), seq);
        }
        if (acknowledged.size > 60) throw new Error("enough");
      }
    };
    const writing = Promise.allSettled([one, other, one, other].map(write));
    while (acknowledged.size < 20) await new Promise((resolve) => setImmediate(resolve));
    await postgres.crash();
    await writing;
    const kept = new Map<string, number>();
    for (;;) {
      const after = Math.max(0, ...kept.values());
      const answer = await ask(other, ann, "GET", `${path}/rows?after=${after}`);
      if (!answer.ok) continue;
      const { rows } = frameOf(await framesOf(answer), "rows");
      for (const { uid, seq } of rows) kept.set(Buffer.from(uid).toString("hex"), seq);
      if (rows.length === 0) break;
    }
    const lost = [...acknowledged].filter(([uid, seq]) => kept.get(uid) !== seq);
    expect(lost).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(20);
  });
});
