import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgresStore } from "#server/mailbox/store/postgres/openPostgresStore.ts";
import { schemaSteps } from "#server/mailbox/store/schema.ts";
import { mailboxStoreLaws, testQuota } from "./mailboxStore.ts";
import { keepsOlderSnapshots } from "./olderSnapshots.ts";
import { type PostgresServer, startPostgres } from "./postgresServer.ts";

let postgres: PostgresServer;
let database = "";
beforeAll(async () => {
  postgres = await startPostgres();
  database = await postgres.newDatabase();
  console.log(`The mailbox is tested in ${postgres.name}.`);
}, 60_000);
afterAll(() => postgres?.stop(), 60_000);

describe("the mailbox in PostgreSQL", () => {
  mailboxStoreLaws(async () => openPostgresStore(database, testQuota));
});

it("keeps a snapshot that was confirmed by word, until it is by signatures [N2]", async () => {
  const url = await postgres.newDatabase();
  const older = new pg.Client(url);
  await older.connect();
  await older.query("create table migrations (number int primary key)");
  for (const [at, statements] of schemaSteps.slice(0, 4).entries()) {
    for (const statement of statements) await older.query(statement);
    await older.query("insert into migrations (number) values ($1)", [at + 1]);
  }
  await keepsOlderSnapshots(
    (text, ...values) =>
      older.query(
        text,
        values.map((one) => Buffer.from(one)),
      ),
    async () => {
      await older.end();
      return openPostgresStore(url, testQuota);
    },
  );
});

describe("two nodes on one PostgreSQL", () => {
  const space = Uint8Array.from({ length: 16 }, (_, index) => index);
  const row = (seed: number) => ({
    uid: new Uint8Array(16).fill(seed),
    body: new Uint8Array(40).fill(seed),
  });

  it("give places without holes and one place to one uid, both pushing at once [V1, V2]", async () => {
    const url = await postgres.newDatabase();
    const nodes = await Promise.all([
      openPostgresStore(url, testQuota),
      openPostgresStore(url, testQuota),
    ]);
    const [one, other] = nodes;
    await one.begin(space, new Uint8Array(10));
    const seeds = Array.from({ length: 60 }, (_, index) => index);
    const outcomes = await Promise.all(
      seeds.flatMap((seed) =>
        nodes.map((node) => node.push({ space, membership: 1, rows: [row(seed)] })),
      ),
    );
    const seqs = outcomes.flatMap((outcome) =>
      outcome.type === "kept" ? outcome.places.map(({ seq }) => seq) : [],
    );
    expect(seqs).toHaveLength(120);
    expect(new Set(seqs).size).toBe(60);
    expect(Math.max(...seqs)).toBe(60);
    const fresh = outcomes.flatMap((outcome) => (outcome.type === "kept" ? outcome.fresh : []));
    expect(fresh).toHaveLength(60);
    await Promise.all([one.close(), other.close()]);
  });

  it("tell each other which spaces moved on", async () => {
    const url = await postgres.newDatabase();
    const one = await openPostgresStore(url, testQuota);
    const other = await openPostgresStore(url, testQuota);
    const heard = new Promise<Uint8Array>((resolve) => other.onHint(resolve));
    // LISTEN is under way after opening; a hint that comes too early is lost, as hints may be.
    const telling = setInterval(() => one.hint(space), 20);
    expect(new Uint8Array(await heard)).toEqual(space);
    clearInterval(telling);
    await Promise.all([one.close(), other.close()]);
  });

  it("give logs new ids in a database that is another's copy, and then keep them [V3]", async () => {
    const url = await postgres.newDatabase();
    const logId = async (at: string) => {
      const node = await openPostgresStore(at, testQuota);
      const level = await node.begin(space, new Uint8Array(10));
      await node.close();
      return level === "gone" ? null : Buffer.from(level.logId).toString("hex");
    };
    const first = await logId(url);
    expect(await logId(url)).toBe(first);
    const copy = await postgres.copyOf(url);
    const second = await logId(copy);
    expect(second).not.toBe(first);
    expect(await logId(copy)).toBe(second);
  });

  it("keep what they acknowledged when PostgreSQL dies, and give logs their old ids", async () => {
    if (!postgres.crash) return;
    const url = await postgres.newDatabase();
    const node = await openPostgresStore(url, testQuota);
    await node.begin(space, new Uint8Array(10));
    const before = await node.level(space);
    await node.push({ space, membership: 1, rows: [row(1)] });
    await postgres.crash();
    const again = await openPostgresStore(url, testQuota);
    expect(await again.rowsAfter(space, 0, 1_000)).toHaveLength(1);
    const after = await again.level(space);
    expect(after !== "gone" && after?.logId).toEqual(before !== "gone" && before?.logId);
    expect(await node.rowsAfter(space, 0, 1_000)).toHaveLength(1);
    await Promise.all([node.close(), again.close()]);
  });
});
