import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { LoggedRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { admit, entry, someBytes } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../wire/nodeCrypto.ts";
import { type ServerProcess, startServer, tested } from "./serverProcess.ts";
import { ask, frameOf, framesOf, live, newSpace, pushOf, row, send } from "./TestClient.ts";

let directory = "";
let server: ServerProcess | null = null;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "headroom-durable-"));
});
afterEach(async () => {
  await server?.end("SIGKILL");
  server = null;
  rmSync(directory, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await startServer({ DATA_DIR: directory });
  return server.origin;
}

async function end(signal: NodeJS.Signals): Promise<void> {
  await server?.end(signal);
  server = null;
}

async function everything(origin: string, device: TestDevice, path: string) {
  const rows: LoggedRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.seq ?? 0;
    const frames = await framesOf(await ask(origin, device, "GET", `${path}/rows?after=${after}`));
    const page = frameOf(frames, "rows").rows;
    rows.push(...page);
    if (page.length === 0) return { rows, level: frameOf(frames, "level") };
  }
}

describe(`the server, ${tested.name},`, () => {
  it("killed in the middle of pushes has everything that it acknowledged [V2]", {
    timeout: 600_000,
  }, async () => {
    const rounds = process.env.PROVE === "1" ? 20 : 3;
    let origin = await start();
    const { ann, path, membership } = await newSpace(origin);
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const sockets = await Promise.all(
        Array.from({ length: 4 }, () => live(origin, ann, membership.space)),
      );
      await Promise.all(sockets.map((socket) => socket.next("level")));
      const before = acknowledged.size;
      const writing = sockets.map(async (socket) => {
        for (let request = 0; ; request += 1) {
          socket.send({
            type: "push",
            request,
            rows: [row(membership, ann), row(membership, ann)],
          });
          const ack = await socket.next("ack");
          for (const { uid, seq } of ack.rows) acknowledged.set(idText(uid), seq);
          if (acknowledged.size - before > 60 + 7 * round) await end("SIGKILL");
        }
      });
      await Promise.allSettled(writing);
      origin = await start();
    }
    const { rows, level } = await everything(origin, ann, path);
    const kept = new Map(rows.map(({ uid, seq }) => [idText(uid), seq]));
    const lost = [...acknowledged].filter(([uid, seq]) => kept.get(uid) !== seq);
    expect(lost).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(60 * rounds);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: level.head }, (_, i) => i + 1));
  });

  it("put back from an old backup says so by new log ids, and members fill it up again [V3, M4]", async () => {
    let origin = await start();
    const { ann, path, membership } = await newSpace(origin);
    const early = row(membership, ann);
    await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(early)));
    await end("SIGTERM");
    const backup = mkdtempSync(join(tmpdir(), "headroom-backup-"));
    cpSync(join(directory, "mailbox.db"), join(backup, "mailbox.db"));

    origin = await start();
    const ben = newDevice();
    const act = admit(ben);
    const bytes = await entry(membership, ann, act);
    const members = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
    await framesOf(await ask(origin, ann, "POST", `${path}/members`, members));
    const late = row(membership, ben);
    await framesOf(await ask(origin, ben, "POST", `${path}/rows`, pushOf(late)));
    const before = await everything(origin, ben, path);
    await end("SIGKILL");
    for (const name of readdirSync(directory)) {
      if (/\.db(-wal|-shm)?$/.test(name)) rmSync(join(directory, name));
    }
    cpSync(join(backup, "mailbox.db"), join(directory, "mailbox.db"));
    rmSync(backup, { recursive: true, force: true });

    origin = await start();
    const restored = await everything(origin, ann, path);
    expect(restored.level.head).toBe(1);
    expect(restored.level.logId).not.toEqual(before.level.logId);
    await framesOf(await ask(origin, ann, "POST", `${path}/members`, members));
    const again = await framesOf(await ask(origin, ben, "POST", `${path}/rows`, pushOf(late)));
    expect(frameOf(again, "ack").rows).toMatchObject([{ seq: 2 }]);
    const free = await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(early)));
    expect(frameOf(free, "ack").rows).toMatchObject([{ seq: 1 }]);
  });

  it("stops on SIGTERM with sockets and long polls open, everything acknowledged on disk", async () => {
    const origin = await start();
    const { ann, path, membership } = await newSpace(origin);
    const socket = await live(origin, ann, membership.space);
    await socket.next("level");
    const polling = ask(origin, ann, "GET", `${path}/nudge?head=0&membership=1`);
    socket.send({ type: "push", request: 1, rows: [row(membership, ann)] });
    await socket.next("ack");
    const again = ask(origin, ann, "GET", `${path}/nudge?head=1&membership=1`);
    const polled = Promise.allSettled([polling, again]);
    await end("SIGTERM");
    await polled;
    const { rows } = await everything(await start(), ann, path);
    expect(rows).toHaveLength(1);
  });
});

describe.runIf(process.platform === "linux")(`the server, ${tested.name}, without room`, () => {
  it("acknowledges nothing, stops cleanly, and has all that it acknowledged when there is room", async () => {
    let origin = await start();
    const { ann, path, membership } = await newSpace(origin);
    const push = () =>
      ask(origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann, { size: 60_000 })));
    await framesOf(await push());
    // No file may grow beyond a page from now on.
    execFileSync("prlimit", ["--fsize=4096", "--pid", String(server?.pid)]);
    expect((await push()).status).toBe(503);
    expect(await server?.end("SIGTERM")).toBe(0);
    server = null;
    origin = await start();
    expect((await everything(origin, ann, path)).rows).toHaveLength(1);
    await framesOf(await push());
  });
});

describe(`the server, ${tested.name}, is blind`, () => {
  /** Made-up words and names, as they would stand anywhere if they leaked. */
  const canaries = ["Quokka-Zephyr-41", "Bewertungsmarmelade", "Nurse Aurelia Thistlewick"];

  it("keeps no request's words: not in its database, its log, its journal, or what it says", async () => {
    const origin = await start();
    const { ann, path, membership } = await newSpace(origin);
    for (const canary of canaries) {
      const bytes = new TextEncoder().encode(canary);
      const words = encodeURIComponent(canary);
      await ask(origin, ann, "POST", `${path}/rows`, bytes);
      await ask(origin, ann, "GET", `${path}/rows?after=${words}`);
      await ask(origin, ann, "GET", `/${words}`);
      await ask(origin, ann, "GET", `/spaces/${words}/rows`);
      await send(origin, { method: "POST", path: `/voices/${words}`, body: bytes });
      await fetch(`${origin}/sync/v1/${words}`, {
        method: "POST",
        headers: { "X-Forwarded-For": words, "User-Agent": words, Signature: words },
        body: canary,
      });
      await fetch(`${origin}/journal?find=${words}`);
    }
    await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
    const ending = server;
    await end("SIGTERM");
    const lastSaid = ending?.said() ?? "";
    const kept = readdirSync(directory).map((name) => readFileSync(join(directory, name)));
    const said = Buffer.from(lastSaid);
    for (const canary of [...canaries, ...canaries.map(encodeURIComponent), "127.0.0.1", "::1"]) {
      for (const bytes of [...kept, said]) expect(bytes.includes(canary)).toBe(false);
    }
    for (const secret of [idText(ann.id), idText(membership.space)]) {
      expect(said.includes(secret)).toBe(false);
    }
    expect(lastSaid).toContain('"route":"POST /sync/v1/spaces/:space/rows"');
    // The control: a sealed row stands in the database, so looking there finds what is there.
    const control = row(membership, ann, { sealed: new TextEncoder().encode(canaries[0]) });
    const again = await start();
    await framesOf(await ask(again, ann, "POST", `${path}/rows`, pushOf(control)));
    await end("SIGTERM");
    const found = readdirSync(directory).some((name) =>
      readFileSync(join(directory, name)).includes(canaries[0] ?? "-"),
    );
    expect(found).toBe(true);
  });

  it("and what was purged is in none of its files any more [N2]", async () => {
    const { openLibsqlStore } = await import("#server/mailbox/store/libsql/openLibsqlStore.ts");
    const store = openLibsqlStore(directory, 1_000_000);
    const space = someBytes(16);
    await store.begin(space, someBytes(100));
    const withdrawn = { uid: someBytes(16), body: someBytes(5_000) };
    const staying = { uid: someBytes(16), body: someBytes(5_000) };
    await store.push({ space, membership: 1, rows: [withdrawn, staying] });
    const level = await store.level(space);
    if (!level || level === "gone") throw new Error("no level");
    const holds = (bytes: Uint8Array) =>
      readdirSync(directory).some((name) => {
        // Longer bodies stand in pieces, a page each: any piece would do to find one.
        const file = readFileSync(join(directory, name));
        return file.includes(Buffer.from(bytes.subarray(2_000, 2_100)));
      });
    expect(holds(withdrawn.body)).toBe(true);
    const manifest = someBytes(50);
    const hash = await nodeCrypto.sha256(manifest);
    const { logId } = level;
    const snapshot = { space, hash, manifest, logId, upTo: 1, purge: true, segments: [] };
    await store.putSnapshot(snapshot, 1, 0);
    const confirmation = { device: someBytes(32), signature: someBytes(64) };
    await store.confirm(space, hash, confirmation, 1, 0);
    await store.sweep(1, -1);
    expect(holds(withdrawn.body)).toBe(false);
    expect(holds(staying.body)).toBe(true);
    await store.close();
    expect(holds(withdrawn.body)).toBe(false);
  });
});
