import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import WebSocket from "ws";
import { tenFields } from "./madeUpFields.ts";
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

interface YText {
  readonly insert: (at: number, text: string) => void;
  readonly length: number;
  readonly toString: () => string;
}
interface YMap {
  readonly set: (key: string, value: string) => void;
  readonly size: number;
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
  readonly getText: (name: string) => YText;
  readonly transact: (work: () => void) => void;
}
interface HocuspocusSocket {
  readonly status: string;
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly destroy: () => void;
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
  /** A connection over which documents are opened; it counts what goes and comes. */
  const openLine = () => {
    let bytes = 0;
    class Counting extends WebSocket {
      constructor(url: string) {
        super(url);
        this.on("message", (data: Buffer) => {
          bytes += data.byteLength;
        });
      }
      override send(...given: unknown[]) {
        const [data] = given;
        if (data instanceof Uint8Array) bytes += data.byteLength;
        Reflect.apply(super.send, this, given);
      }
    }
    const socket = new Socket({
      url: `ws://127.0.0.1:${port}`,
      WebSocketPolyfill: Counting,
    }) as HocuspocusSocket;
    return {
      bytes: () => bytes,
      disconnect: async () => {
        socket.disconnect();
        while (socket.status !== "disconnected")
          await new Promise((resolve) => setTimeout(resolve, 1));
      },
      reconnect: () => socket.connect(),
      close: () => socket.destroy(),
      open: (name: string) => {
        const document = new Doc() as YDoc;
        const given = { websocketProvider: socket, name, document };
        const provider = new HocuspocusProvider(given) as Provider;
        provider.attach();
        return { document, provider };
      },
    };
  };
  const settled = (provider: Provider, isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (isDone()) resolve();
      };
      provider.on("synced", look);
      provider.on("unsyncedChanges", look);
      look();
    });
  const openAll = (line: ReturnType<typeof openLine>, names: readonly string[]) =>
    Promise.all(
      names.map(async (name) => {
        const opened = line.open(name);
        await settled(opened.provider, () => opened.provider.isSynced);
        return opened;
      }),
    );
  const quiet = (opened: readonly { readonly provider: Provider }[]) =>
    Promise.all(
      opened.map(({ provider }) => settled(provider, () => provider.unsyncedChanges === 0)),
    );
  /** The names of documents that hold so many records, and where a record stands. */
  const layout = (records: number, of: string) => {
    const names = isPerEntry ? Array.from({ length: records }, (_, at) => `${of} ${at}`) : [of];
    const placeOf = (at: number) => ({ document: isPerEntry ? at : 0, key: `record ${at}` });
    return { names, placeOf };
  };

  return {
    receive: async (documents) => {
      const { names, placeOf } = layout(documents, "received");
      const writing = openLine();
      const written = await openAll(writing, names);
      for (let at = 0; at < documents; at += 1) {
        const { document, key } = placeOf(at);
        const ydoc = written[document]?.document;
        ydoc?.transact(() => {
          for (const [field, text] of tenFields().entries()) {
            ydoc.getMap(key).set(`field ${field}`, text);
          }
        });
      }
      await quiet(written);
      const reading = openLine();
      const started = performance.now();
      const read = await openAll(reading, names);
      const ms = performance.now() - started;
      const { document, key } = placeOf(documents - 1);
      if (read[document]?.document.getMap(key).size !== 10) throw new Error("not received");
      const megabytes = reading.bytes() / 1e6;
      for (const { provider } of [...written, ...read]) provider.destroy();
      writing.close();
      reading.close();
      return { ms, megabytes, keeping: null };
    },
    agree: async (documents, edits) => {
      const { names, placeOf } = layout(documents, "agreed");
      const lines = [openLine(), openLine()];
      const devices = await Promise.all(lines.map((line) => openAll(line, names)));
      const textIn = (device: number, at: number) => {
        const { document, key } = placeOf(at);
        return devices[device]?.[document]?.document.getText(key);
      };
      for (let at = 0; at < documents; at += 1) textIn(0, at)?.insert(0, tenFields()[0] ?? "");
      await quiet(devices.flat());
      for (const line of lines) await line.disconnect();
      for (const device of [0, 1]) {
        for (let edit = 0; edit < edits; edit += 1) {
          const text = textIn(device, edit % documents);
          text?.insert(text.length, ` D${device}E${edit}`);
        }
      }
      const lost = () => {
        let missing = 0;
        for (const of of [0, 1]) {
          for (let edit = 0; edit < edits; edit += 1) {
            const isIn = [0, 1].every((device) =>
              textIn(device, edit % documents)
                ?.toString()
                .split(" ")
                .includes(`D${of}E${edit}`),
            );
            if (!isIn) missing += 1;
          }
        }
        return missing;
      };
      const equal = () =>
        Array.from({ length: documents }, (_, at) => at).every(
          (at) => String(textIn(0, at)) === String(textIn(1, at)),
        );
      const started = performance.now();
      for (const line of lines) line.reconnect();
      while (!equal()) await new Promise((resolve) => setTimeout(resolve, 1));
      const ms = performance.now() - started;
      const missing = lost();
      for (const { provider } of devices.flat()) provider.destroy();
      for (const line of lines) line.close();
      return { ms, lost: missing };
    },
    connect: async (purpose, heard) => {
      connected += 1;
      const line = openLine();
      const name = isPerEntry && purpose === "push" ? `entry ${connected}` : "space";
      const { document, provider } = line.open(name);
      await settled(provider, () => provider.isSynced);
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
          await settled(provider, () => provider.unsyncedChanges === 0);
        },
        edit: (number) => edits.push([number]),
        close: () => {
          provider.destroy();
          line.close();
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
