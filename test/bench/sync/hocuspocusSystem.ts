import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import WebSocket from "ws";
import { processorTime, residentMemory } from "./processMeter.ts";
import type { RunningSystem, SyncSystem } from "./SyncSystem.ts";

/** Where peers are installed, outside of this project: `npm i @hocuspocus/server @hocuspocus/provider yjs ws`. */
const home = process.env.PEERS ?? "/tmp/peers";

const serverCode = `
  import { Server } from "@hocuspocus/server";
  const server = new Server({ quiet: true, port: 0, stopOnSignals: true });
  await server.listen();
  console.log("port " + server.address.port);
`;

interface YMap {
  readonly set: (key: string, value: string) => void;
}
interface YArray {
  readonly push: (items: readonly number[]) => void;
  readonly observe: (
    heard: (event: {
      readonly changes: { readonly delta: readonly { insert?: number[] }[] };
    }) => void,
  ) => void;
}
interface YDoc {
  readonly getMap: (name: string) => YMap;
  readonly getArray: (name: string) => YArray;
}
interface Provider {
  readonly isSynced: boolean;
  readonly unsyncedChanges: number;
  readonly on: (event: string, heard: () => void) => void;
  readonly attach: () => void;
  readonly destroy: () => void;
}

const anyClass = v.custom<new (...given: never[]) => unknown>(
  (value) => typeof value === "function",
);

/** A class of a peer's library, which has no types here. */
async function load(name: string, member: string): Promise<new (...given: unknown[]) => unknown> {
  const require = createRequire(join(home, "package.json"));
  const loaded: unknown = await import(pathToFileURL(require.resolve(name)).href);
  const wanted = v.parse(v.object({ [member]: anyClass }), loaded)[member];
  if (!wanted) throw new Error(`${name} has no ${member}`);
  return wanted as new (
    ...given: unknown[]
  ) => unknown;
}

async function start(isPerEntry: boolean): Promise<RunningSystem> {
  const Doc = await load("yjs", "Doc");
  const HocuspocusProvider = await load("@hocuspocus/provider", "HocuspocusProvider");
  const Socket = await load("@hocuspocus/provider", "HocuspocusProviderWebsocket");
  const server = spawn(process.execPath, ["--input-type=module", "-e", serverCode], {
    cwd: home,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(server.stdout, "data");
  let connected = 0;
  const port = /port (\d+)/.exec(String(said))?.[1];
  return {
    connect: async (purpose, heard) => {
      connected += 1;
      const document = new Doc() as YDoc;
      const websocketProvider = new Socket({
        url: `ws://127.0.0.1:${port}`,
        WebSocketPolyfill: WebSocket,
      }) as { readonly destroy: () => void };
      const provider = new HocuspocusProvider({
        websocketProvider,
        name: isPerEntry && purpose === "push" ? `entry ${connected}` : "space",
        document,
      }) as Provider;
      provider.attach();
      const settled = (isDone: () => boolean) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (isDone()) resolve();
          };
          provider.on("synced", look);
          provider.on("unsyncedChanges", look);
          look();
        });
      await settled(() => provider.isSynced);
      const edits = document.getArray("edits");
      edits.observe(({ changes }) => {
        for (const { insert } of changes.delta) for (const number of insert ?? []) heard(number);
      });
      const fields = document.getMap(`device ${connected}`);
      return {
        prepare: async () => undefined,
        push: async (count) => {
          for (let at = 0; at < count; at += 1) {
            fields.set(
              `field ${at % 10}`,
              `update ${at}: one sentence of ward notes, made up for measuring`,
            );
          }
          await settled(() => provider.unsyncedChanges === 0);
        },
        edit: (number) => edits.push([number]),
        close: () => {
          provider.destroy();
          websocketProvider.destroy();
        },
      };
    },
    memory: () => residentMemory(server.pid),
    processor: () => processorTime(server.pid),
    killAndCount: null,
    stop: async () => {
      const exit = once(server, "exit");
      server.kill("SIGKILL");
      await exit;
    },
  };
}

const isInstalled = existsSync(join(home, "node_modules/@hocuspocus/server"));

/** Hocuspocus as its authors ship it; none where it is not installed. */
export const hocuspocusSystems: readonly SyncSystem[] = isInstalled
  ? [false, true].map((isPerEntry) => ({
      name: `Hocuspocus, a document per ${isPerEntry ? "entry" : "space"}`,
      acknowledges: "in memory",
      start: () => start(isPerEntry),
    }))
  : [];
