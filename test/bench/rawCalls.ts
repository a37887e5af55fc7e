import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import type { Page } from "playwright";
import { slowHashCost } from "#crypto/slowHash.ts";

// The libraries and the browser alone, in the same browser and run: what our own code is measured beside.

declare global {
  interface Window {
    readonly putWhenPressed: (sizes: readonly number[]) => void;
    pressed: Promise<RawPress>;
    readonly hashwasm: {
      readonly argon2id: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;
    };
    readonly MiniSearch: new (options: {
      readonly fields: readonly string[];
    }) => {
      readonly addAll: (documents: readonly object[]) => void;
      readonly search: (typed: string, options: object) => readonly unknown[];
    };
  }
}

/** Milliseconds of a strict put in a worker, and of the whole way from a press to that worker's answer. */
export interface RawPress {
  readonly put: number;
  readonly answered: number;
}

/** A worker that puts rows of the sizes it is told, and answers how long that took. */
const puttingWorker = `
  const opening = new Promise((resolve, reject) => {
    const request = indexedDB.open("raw-worker", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("rows", { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  onmessage = async ({ data }) => {
    const database = await opening;
    const rows = data.map((size) => crypto.getRandomValues(new Uint8Array(size)));
    const start = performance.now();
    const transaction = database.transaction("rows", "readwrite", { durability: "strict" });
    for (const sealed of rows) transaction.objectStore("rows").put({ sealed });
    transaction.oncomplete = () => postMessage(performance.now() - start);
  };
`;

/** The page that asks it: a button, and nothing drawn of the answer. */
const puttingPage = `
  const worker = new Worker("/putting.js");
  const button = document.querySelector("button");
  window.putWhenPressed = (sizes) => {
    window.pressed = new Promise((resolve) => {
      button.onclick = ({ timeStamp }) => {
        worker.onmessage = ({ data }) =>
          resolve({ put: data, answered: performance.now() - timeStamp });
        worker.postMessage(sizes);
      };
    });
  };
`;

const library = (name: string, file: string) =>
  readFileSync(join(dirname(createRequire(import.meta.url).resolve(name)), file), "utf8");

/** Serves one empty page with the raw libraries on a port of its own; its profile is the app's. */
export async function serveRawPage(): Promise<{ readonly url: string; readonly server: Server }> {
  const scripts: Readonly<Record<string, string>> = {
    "/argon2.js": library("hash-wasm", "argon2.umd.min.js"),
    "/minisearch.js": library("minisearch", "../umd/index.js"),
    "/putting.js": puttingWorker,
    "/pressed.js": puttingPage,
  };
  const server = createServer((request, response) => {
    const script = scripts[request.url ?? ""];
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
    response.end(
      script ??
        "<!doctype html><button>Put</button><script src=/argon2.js></script><script src=/minisearch.js></script><script src=/pressed.js></script>",
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Milliseconds of each of `times` Argon2id hashes at our cost, by hash-wasm alone. */
export const rawSlowHashes = (page: Page, times: number): Promise<readonly number[]> =>
  page.evaluate(
    async ([cost, count]) => {
      const taken: number[] = [];
      for (let n = 0; n < count; n += 1) {
        const start = performance.now();
        await window.hashwasm.argon2id({
          password: "a passphrase",
          salt: new Uint8Array(16),
          memorySize: cost.memoryKiB,
          iterations: cost.iterations,
          parallelism: cost.parallelism,
          hashLength: 32,
        });
        taken.push(performance.now() - start);
      }
      return taken;
    },
    [slowHashCost, times] as const,
  );

/** Milliseconds of one strict transaction that puts rows of these sizes, by IndexedDB alone. */
export const rawPut = (page: Page, sizes: readonly number[]): Promise<number> =>
  page.evaluate(async (bytes) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("raw", 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore("rows", { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = bytes.map((size) => crypto.getRandomValues(new Uint8Array(size)));
    const start = performance.now();
    const transaction = database.transaction("rows", "readwrite", { durability: "strict" });
    for (const sealed of rows) transaction.objectStore("rows").put({ sealed });
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    const taken = performance.now() - start;
    database.close();
    return taken;
  }, sizes);

/**
 * The same put in a worker, asked for by pressing a button as Keep is. Chromium draws a press before it
 * hands the page any answer, and both cores draw meanwhile: what no code of ours can be quicker than.
 */
export async function rawPress(page: Page, sizes: readonly number[]): Promise<RawPress> {
  await page.evaluate((bytes) => window.putWhenPressed(bytes), sizes);
  await page.getByRole("button").click();
  return page.evaluate(() => window.pressed);
}

/** How MiniSearch is asked: as the app's search asks for a letter, or for whole words as they stand. */
export const rawSearchOptions = {
  typed: { prefix: true, fuzzy: 0.2 },
  wholeText: {},
} as const;

/** Milliseconds of each of these searches over an index of these texts, by MiniSearch alone. */
export const rawSearches = (
  page: Page,
  texts: readonly string[],
  typed: readonly string[],
  how: keyof typeof rawSearchOptions,
): Promise<readonly number[]> =>
  page.evaluate(
    ([all, words, options]) => {
      const index = new window.MiniSearch({ fields: ["text"] });
      index.addAll(all.map((text, id) => ({ id, text })));
      return words.map((word) => {
        const start = performance.now();
        index.search(word, options);
        return performance.now() - start;
      });
    },
    [texts, typed, rawSearchOptions[how]] as const,
  );
