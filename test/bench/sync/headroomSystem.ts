import { createCipheriv, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { SentRow } from "#wire/Frame.ts";
import { encodeUnsignedRow, joinRow, readRow, rowSigned } from "#wire/RowEnvelope.ts";
import { type PostgresServer, startPostgres } from "../../contract/server/postgresServer.ts";
import {
  asBuilt,
  type ServerProcess,
  startServer,
} from "../../unit/server/mailbox/serverProcess.ts";
import { ask, frameOf, framesOf, live, newSpace } from "../../unit/server/mailbox/TestClient.ts";
import { admit, appended, entry } from "../../unit/wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../unit/wire/nodeCrypto.ts";
import { processorTime, residentMemory } from "./processMeter.ts";
import { agreeOffline, receiveDocuments } from "./realDevices.ts";
import type { RunningSystem, SyncSystem } from "./SyncSystem.ts";

/** Rows in one PUSH: what gathers while the one before is under way. */
const rowsInPush = 50;

const key = randomBytes(32);

/** A row really sealed (AES-256-GCM, padded to 256) and really signed, as a device makes it. */
async function sealedRow(
  space: Uint8Array,
  device: TestDevice,
  counter: number,
  content: Uint8Array,
): Promise<SentRow> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const padded = Buffer.alloc(256);
  padded.set(content);
  const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  const unsigned = encodeUnsignedRow({
    space,
    epoch: 1,
    device: device.id,
    counter,
    previous: new Uint8Array(32),
    seen: [],
    sealed,
  });
  const uid = new Uint8Array(randomBytes(16));
  return { uid, body: joinRow(unsigned, await device.sign(rowSigned(unsigned, uid))) };
}

/** The number in an edit: here it stands unsealed in the counter, so that readers need no key. */
const numberOf = (body: Uint8Array): number => {
  const row = readRow(body);
  return row.ok ? row.value.counter : -1;
};

interface Shape {
  readonly name: string;
  readonly nodes: number;
  readonly postgres: boolean;
  /** Rows are sealed and signed before the clock starts: what the server alone takes. */
  readonly prepared: boolean;
}

async function start({ nodes, postgres: usesPostgres, prepared }: Shape): Promise<RunningSystem> {
  const directory = mkdtempSync(join(tmpdir(), "headroom-bench-sync-"));
  const postgres: PostgresServer | null = usesPostgres ? await startPostgres() : null;
  const environment = {
    DATA_DIR: directory,
    LOG_LEVEL: "warn",
    DATABASE_URL: postgres ? await postgres.newDatabase() : "",
  };
  const servers: ServerProcess[] = [];
  for (let at = 0; at < nodes; at += 1) servers.push(await startServer(environment, asBuilt));
  const originsOf = () => servers.map(({ origin }) => origin);
  const originOf = (at: number) => servers[at % servers.length]?.origin ?? "";
  const { ann, path, membership: first } = await newSpace(originOf(0));
  let membership = first;
  let connected = 0;
  const acknowledged = new Map<string, number>();

  async function admitted(): Promise<TestDevice> {
    const device = newDevice();
    const act = admit(device);
    const bytes = await entry(membership, ann, act);
    const entries = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
    await framesOf(await ask(originOf(0), ann, "POST", `${path}/members`, entries));
    const next = await appended(membership, ann, act);
    membership = { ...next, hash: await nodeCrypto.sha256(bytes) };
    return device;
  }

  const connect: RunningSystem["connect"] = async (purpose, heard) => {
    const device = await admitted();
    const { space } = membership;
    const socket = await live(originOf(connected), device, space);
    connected += 1;
    await socket.next("level");
    const listen = async () => {
      for (;;) {
        const frame = await socket.next("rows", "settled");
        // Who only pushes counts acknowledgements, and looks at nobody's rows.
        if (frame.type === "settled" || purpose === "push") continue;
        for (const { body } of frame.rows) heard(numberOf(body));
      }
    };
    listen().catch(() => undefined);
    let request = 0;
    const content = randomBytes(180);
    const ready: SentRow[] = [];
    return {
      push: async (count) => {
        let left = count;
        while (left > 0) {
          const rows = ready.splice(0, Math.min(left, rowsInPush));
          while (rows.length < Math.min(left, rowsInPush)) {
            rows.push(await sealedRow(space, device, 1, content));
          }
          left -= rows.length;
          request += 1;
          socket.send({ type: "push", request, rows });
        }
        for (let acks = 0; acks < Math.ceil(count / rowsInPush); acks += 1) {
          const ack = await socket.next("ack");
          for (const { uid, seq } of ack.rows) {
            acknowledged.set(Buffer.from(uid).toString("hex"), seq);
          }
        }
      },
      prepare: async (count) => {
        if (!prepared) return;
        while (ready.length < count) ready.push(await sealedRow(space, device, 1, content));
      },
      edit: (number) => {
        sealedRow(space, device, number, content).then((row) => {
          request += 1;
          socket.send({ type: "push", request, rows: [row] });
        });
      },
      close: () => socket.socket.close(),
    };
  };

  return {
    connect,
    receive: (documents) => receiveDocuments(originsOf(), documents),
    agree: (documents, edits) => agreeOffline(originsOf(), documents, edits),
    memory: () => servers.reduce((sum, { pid }) => sum + residentMemory(pid), 0),
    processor: () => servers.reduce((sum, { pid }) => sum + processorTime(pid), 0),
    killAndCount: async () => {
      await Promise.all(servers.map((server) => server.end("SIGKILL")));
      servers.splice(0, servers.length, await startServer(environment, asBuilt));
      const kept = new Map<string, number>();
      for (;;) {
        const after = Math.max(0, ...[...kept.values()].slice(-1));
        const page = await ask(originOf(0), ann, "GET", `${path}/rows?after=${after}`);
        const { rows } = frameOf(await framesOf(page), "rows");
        for (const { uid, seq } of rows) kept.set(Buffer.from(uid).toString("hex"), seq);
        if (rows.length === 0) break;
      }
      return [...acknowledged].filter(([uid, seq]) => kept.get(uid) !== seq).length;
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.end("SIGTERM")));
      await postgres?.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const system = (shape: Shape): SyncSystem => ({
  name: shape.name,
  acknowledges: "on disk",
  start: () => start(shape),
});

/** Headroom's server in its shapes. */
export const headroomSystems: readonly SyncSystem[] = [
  system({
    name: "Headroom, libSQL, rows made beforehand",
    nodes: 1,
    postgres: false,
    prepared: true,
  }),
  system({ name: "Headroom, libSQL", nodes: 1, postgres: false, prepared: false }),
  system({ name: "Headroom, PostgreSQL", nodes: 1, postgres: true, prepared: false }),
  system({ name: "Headroom, PostgreSQL, two nodes", nodes: 2, postgres: true, prepared: false }),
];
