import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer, tested } from "./mailbox/serverProcess.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "headroom-start-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const serve = (environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, tested.arguments, {
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: directory, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function said(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  throw new Error(`never said ${pattern}: ${text}`);
}

describe(`npm start, the server ${tested.name},`, () => {
  it("stops cleanly on SIGTERM, answering until then", async () => {
    const server = serve({ PORT: "0" });
    const address = await said(server.stdout, /http:\/\/localhost:\d+/);
    expect((await fetch(`${address}/nothing`)).status).toBe(404);
    server.kill("SIGTERM");
    expect(await once(server, "exit")).toEqual([0, null]);
  });

  it("says where it is, then a JSON object a line, and once that a proxy in front is not trusted", async () => {
    const server = await startServer({ DATA_DIR: directory });
    const address = "192.0.2.77";
    for (let at = 0; at < 3; at += 1) {
      const headers = { "X-Forwarded-For": address };
      expect((await fetch(`${server.origin}/sync/v1/nothing`, { headers })).status).toBe(404);
    }
    await server.end("SIGTERM");
    const [, said = ""] = server.said().split(/^Headroom is at http:.*\n/m);
    const lines = said.trim().split("\n");
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events.filter((event) => event === "request")).toHaveLength(3);
    expect(events.filter((event) => event.includes("TRUST_PROXY"))).toHaveLength(1);
    expect(server.said()).not.toContain(address);
  });

  it("keeps its directory to itself", async () => {
    const server = serve({ PORT: "0" });
    await said(server.stdout, /http:/);
    const readableByOthers = readdirSync(directory).filter(
      (name) => (statSync(join(directory, name)).mode & 0o077) !== 0,
    );
    expect(readableByOthers).toEqual([]);
    const second = serve({ PORT: "0" });
    const exit = once(second, "exit");
    await said(second.stderr, /Another Headroom server uses the directory/);
    expect(await exit).toEqual([1, null]);
    server.kill("SIGKILL");
    await once(server, "exit");
    const third = serve({ PORT: "0" });
    await said(third.stdout, /http:/);
    third.kill("SIGTERM");
    expect(await once(third, "exit")).toEqual([0, null]);
  });

  it("says so when the database cannot be reached", async () => {
    const server = serve({ PORT: "0", DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    const exit = once(server, "exit");
    expect(await said(server.stderr, /cannot be used: .+/)).toContain("ECONNREFUSED");
    expect(await exit).toEqual([1, null]);
  });

  it("ends when the database asks for a proof that it cannot give, though the connection stays open", async () => {
    const database = createServer((connection) => {
      // AuthenticationSASL of PostgreSQL's protocol, with a mechanism that nobody has.
      connection.once("data", () => connection.write("R\0\0\0\x11\0\0\0\x0aNOBODYS\0\0"));
      connection.on("error", () => undefined);
    }).listen(0, "127.0.0.1");
    await once(database, "listening");
    const address = database.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const server = serve({
      PORT: "0",
      DATABASE_URL: `postgres://headroom@127.0.0.1:${port}/headroom`,
    });
    const exit = once(server, "exit");
    expect(await said(server.stderr, /cannot be used: .+/)).toContain("mechanism");
    expect(await exit).toEqual([1, null]);
    database.close();
  });

  it.each([
    ["was written by a newer version", "mailbox.db", /cannot be used: .*newer Headroom/],
    ["is none, and is not taken for one in use", "mailbox.lock", /cannot be used: .*NOTADB/],
  ])("says so when the mailbox %s", async (_what, name, expected) => {
    const path = join(directory, name);
    if (name === "mailbox.lock")
      writeFileSync(path, "no database, but longer than nothing".repeat(9));
    else {
      const newer = new Database(path);
      newer.pragma("user_version = 9999");
      newer.close();
    }
    const server = serve({ PORT: "0" });
    const exit = once(server, "exit");
    await said(server.stderr, expected);
    expect(await exit).toEqual([1, null]);
  });

  // Linux alone has all of 127.0.0.0/8 by itself.
  it.runIf(process.platform === "linux")(
    "listens at the one address that it is told, and at no other",
    async () => {
      const server = serve({ PORT: "0", LISTEN_ADDRESS: "127.0.0.2" });
      const address = await said(server.stdout, /http:\/\/127\.0\.0\.2:\d+/);
      expect((await fetch(`${address}/health`)).status).toBe(200);
      await expect(fetch(address.replace("127.0.0.2", "127.0.0.1"))).rejects.toThrow();
      server.kill("SIGTERM");
      await once(server, "exit");
    },
  );

  it("says so when the port is taken", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const taken = serve({ PORT: port });
    expect(await said(taken.stderr, /Port \d+ is in use/)).toContain(port);
    other.close();
  });
});
