import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DirectoryInUse } from "#server/mailbox/store/libsql/openLibsql.ts";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import { schemaSteps } from "#server/mailbox/store/schema.ts";
import { mailboxStoreLaws, testQuota } from "./mailboxStore.ts";
import { keepsOlderSnapshots } from "./olderSnapshots.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "headroom-mailbox-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("the mailbox in libSQL", () => {
  mailboxStoreLaws(async () => openLibsqlStore(directory, testQuota));
});

describe("the directory of the mailbox", () => {
  const space = Uint8Array.from({ length: 16 }, (_, index) => index);
  const row = (seed: number) => ({
    uid: new Uint8Array(16).fill(seed),
    body: new Uint8Array(40).fill(seed),
  });
  const push = async (seed: number) => {
    const store = openLibsqlStore(directory, testQuota);
    await store.push({ space, membership: 1, rows: [row(seed)] });
    const level = await store.level(space);
    await store.close();
    return level === "gone" ? null : level;
  };
  const begin = async () => {
    const store = openLibsqlStore(directory, testQuota);
    await store.begin(space, new Uint8Array(10));
    await store.close();
  };

  it("belongs to one server at a time", async () => {
    const store = openLibsqlStore(directory, testQuota);
    expect(() => openLibsqlStore(directory, testQuota)).toThrow(DirectoryInUse);
    await store.close();
    await openLibsqlStore(directory, testQuota).close();
  });

  it("keeps its log ids from one start to the next", async () => {
    await begin();
    const first = await push(1);
    const second = await push(2);
    expect(second?.logId).toEqual(first?.logId);
    expect(second?.head).toBe(2);
  });

  it("gives logs new ids when the database was put back from a backup [V3]", async () => {
    await begin();
    const first = await push(1);
    cpSync(join(directory, "mailbox.db"), join(directory, "backup"));
    await push(2);
    for (const end of ["-wal", "-shm"])
      rmSync(join(directory, `mailbox.db${end}`), { force: true });
    cpSync(join(directory, "backup"), join(directory, "mailbox.db"));
    const restored = await push(3);
    expect(restored?.head).toBe(2);
    expect(restored?.logId).not.toEqual(first?.logId);
    expect((await push(4))?.logId).toEqual(restored?.logId);
  });

  it("keeps a snapshot that was confirmed by word, until it is by signatures [N2]", async () => {
    const older = new Database(join(directory, "mailbox.db"));
    for (const statement of schemaSteps.slice(0, 4).flat()) older.exec(statement);
    older.pragma("user_version = 4");
    await keepsOlderSnapshots(
      async (text, ...values) => older.prepare(text.replace(/\$(\d+)/g, "?$1")).run(values),
      async () => {
        older.close();
        return openLibsqlStore(directory, testQuota);
      },
    );
  });

  it("notices also a database that came without its mark, from another machine", async () => {
    await begin();
    const first = await push(1);
    rmSync(join(directory, "mailbox.mark"));
    expect((await push(2))?.logId).not.toEqual(first?.logId);
  });
});
