import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "../../contract/server/postgresServer.ts";
import { startServer } from "../../unit/server/mailbox/serverProcess.ts";
import {
  ask,
  framesOf,
  live,
  newSpace,
  pushOf,
  row,
} from "../../unit/server/mailbox/TestClient.ts";
import { partitionLog } from "./partitionLog.ts";
import { processorTime, residentMemory } from "./processMeter.ts";

/** Rows pushed in all, one a request, over all spaces by turns. */
const rowsInAll = 1_000;
/** Requests under way at a time. */
const atOnce = 20;
/** Bytes of a sealed row's ciphertext: a keystroke's worth, padded. */
const rowSize = 284;

/** What spaces and rows cost. Times in ms of processor, sizes in bytes. */
export interface GrowthLine {
  readonly name: string;
  readonly spaces: number;
  readonly nodeMsPerRow: number;
  readonly databaseMsPerRow: number | null;
  readonly syncsPerRow: number | null;
  readonly walPerRow: number | null;
  readonly diskPerRow: number;
  readonly rowsPerSecond: number;
  readonly memory: number;
  readonly memoryPerSocket: number;
}

/** What a database uses. */
interface DatabaseMeter {
  readonly processor: () => number | null;
  readonly syncs: () => Promise<number | null>;
  readonly written: () => Promise<number | null>;
  readonly size: () => Promise<number>;
}

async function turns(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const childrenOf = (parent: number): readonly number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
        return Number(fields?.[1]) === parent;
      } catch {
        return false;
      }
    });

async function postgresMeter(url: string): Promise<DatabaseMeter & { end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const number = async (query: string): Promise<number> =>
    Number((await client.query(query)).rows[0]?.n);
  const { rows } = await client.query("show data_directory");
  const home = String(rows[0]?.data_directory);
  const postmaster = Number(readFileSync(join(home, "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    processor: () =>
      childrenOf(postmaster).reduce((sum, pid) => sum + (processorTime(pid) || 0), 0),
    syncs: async () => {
      await client.query("select pg_stat_force_next_flush()").catch(() => undefined);
      const modern = "select sum(fsyncs) as n from pg_stat_io where object = 'wal'";
      return number(modern).catch(() => number("select wal_sync as n from pg_stat_wal"));
    },
    written: () => number("select pg_current_wal_lsn() - '0/0' as n"),
    size: () => number("select pg_database_size(current_database()) as n"),
    end: () => client.end(),
  };
}

const filesMeter = (directory: string): DatabaseMeter => ({
  processor: () => null,
  syncs: async () => null,
  written: async () => null,
  size: async () =>
    readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0),
});

async function measure(
  name: string,
  spaces: number,
  environment: Readonly<Record<string, string>>,
  meter: DatabaseMeter,
): Promise<GrowthLine> {
  const server = await startServer({ LOG_LEVEL: "warn", TRUST_PROXY: "1", ...environment });
  const teams: Awaited<ReturnType<typeof newSpace>>[] = [];
  // Each from an address of its own: new spaces are counted by address.
  await turns(spaces, async (at) =>
    teams.push(await newSpace(server.origin, `10.0.${at >> 8}.${at & 255}`)),
  );
  const push = async (at: number) => {
    const team = teams[at % teams.length];
    if (team === undefined) throw new Error("a team");
    const { ann, path, membership } = team;
    const body = pushOf(row(membership, ann, { size: rowSize }));
    const answer = await ask(server.origin, ann, "POST", `${path}/rows`, body);
    // A device may send 30 requests a second: among few spaces it has to wait.
    if (answer.status === 429) return false;
    await framesOf(answer);
    return true;
  };
  const before = {
    node: processorTime(server.pid),
    database: meter.processor(),
    syncs: await meter.syncs(),
    written: await meter.written(),
    size: await meter.size(),
  };
  const started = performance.now();
  await turns(rowsInAll, async (at) => {
    while (!(await push(at))) await new Promise((resolve) => setTimeout(resolve, 200));
  });
  const seconds = (performance.now() - started) / 1000;
  const [syncs, written] = [await meter.syncs(), await meter.written()];
  const per = (after: number | null, from: number | null) =>
    after === null || from === null ? null : (after - from) / rowsInAll;
  const node = per(processorTime(server.pid), before.node) ?? 0;
  const database = per(meter.processor(), before.database);
  const memory = residentMemory(server.pid);
  const sockets: Awaited<ReturnType<typeof live>>[] = [];
  await turns(Math.min(spaces, 500), async (at) => {
    const team = teams[at];
    if (team) sockets.push(await live(server.origin, team.ann, team.membership.space));
  });
  for (const socket of sockets) await socket.next("level");
  const memoryPerSocket = ((residentMemory(server.pid) - memory) * 2 ** 20) / sockets.length;
  for (const { socket } of sockets) socket.terminate();
  // Ended in order, so that a write-ahead log is in its database.
  await server.end("SIGTERM");
  const size = await meter.size();
  const line = {
    name,
    spaces,
    nodeMsPerRow: node,
    databaseMsPerRow: database,
    syncsPerRow: per(syncs, before.syncs),
    walPerRow: per(written, before.written),
    diskPerRow: per(size, before.size) ?? 0,
    rowsPerSecond: rowsInAll / seconds,
    memory,
    memoryPerSocket,
  };
  console.error(JSON.stringify(line));
  return line;
}

const shown = (value: number | null, digits: number) => value?.toFixed(digits) ?? "–";

/** What a space costs among so many, over libSQL and PostgreSQL, the log whole and partitioned. */
export async function measureGrowth(
  counts: readonly number[],
): Promise<{ readonly table: string; readonly lines: readonly GrowthLine[] }> {
  const lines: GrowthLine[] = [];
  for (const spaces of counts) {
    console.error(`growth: libSQL, ${spaces} spaces …`);
    const directory = mkdtempSync(join(tmpdir(), "headroom-growth-"));
    const environment = { DATA_DIR: directory, DATABASE_URL: "" };
    lines.push(await measure("libSQL", spaces, environment, filesMeter(directory)));
    rmSync(directory, { recursive: true, force: true });
  }
  const postgres = await startPostgres();
  for (const isPartitioned of [false, true]) {
    for (const spaces of isPartitioned ? counts.slice(-1) : counts) {
      const name = isPartitioned ? "PostgreSQL, log in 16 partitions" : "PostgreSQL";
      console.error(`growth: ${name}, ${spaces} spaces …`);
      const DATABASE_URL = await postgres.newDatabase();
      // A first start makes the tables.
      await (await startServer({ DATABASE_URL, LOG_LEVEL: "warn" })).end("SIGTERM");
      if (isPartitioned) await partitionLog(DATABASE_URL);
      const meter = await postgresMeter(DATABASE_URL);
      lines.push(await measure(name, spaces, { DATABASE_URL }, meter));
      await meter.end();
    }
  }
  await postgres.stop();
  const heads =
    "| store | spaces | server ms/row | database ms/row | fsyncs/row | WAL bytes/row | disk bytes/row | rows/s | server MB | KB a socket |";
  const cells = lines.map((line) =>
    [
      line.name,
      line.spaces,
      shown(line.nodeMsPerRow, 2),
      shown(line.databaseMsPerRow, 2),
      shown(line.syncsPerRow, 2),
      shown(line.walPerRow, 0),
      shown(line.diskPerRow, 0),
      shown(line.rowsPerSecond, 0),
      shown(line.memory, 0),
      shown(line.memoryPerSocket / 1024, 0),
    ].join(" | "),
  );
  const rule = "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";
  return { table: [heads, rule, ...cells.map((line) => `| ${line} |`)].join("\n"), lines };
}
