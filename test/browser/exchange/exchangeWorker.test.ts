import { describe, expect, test } from "vitest";
import { openExchange } from "./openExchange.tsx";

const choices = { csv: null, leaveOutRepeats: true };
/** The shared hostile files by name, as addresses; none where they are absent. */
const shared = Object.entries(
  import.meta.glob<string>("../../../../shared/data/hostile/import/*", {
    query: "?url",
    import: "default",
    eager: true,
  }),
).map(([path, address]) => ({ name: path.split("/").at(-1) ?? path, address }));
const suite = Object.values(
  import.meta.glob<string>("../../../../shared/data/hostile/json/*.jsonl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const fetched = async (address: string) =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

/** Made here, so that there is something hostile where the shared files are absent. */
async function bomb(): Promise<File> {
  const zeros = new Blob([new Uint8Array(128 * 1024 * 1024)]);
  const packed = zeros.stream().pipeThrough(new CompressionStream("gzip"));
  return new File([await new Response(packed).arrayBuffer()], "bomb.gz");
}

describe("the exchange worker in Chromium", () => {
  test.each(shared)("reads or refuses $name without taking long", async ({ name, address }) => {
    const { exchange } = openExchange();
    const bytes = await fetched(address);
    // By the clock, five seconds on a quiet machine; ten is what a machine busy with other things is allowed.
    const started = performance.now();
    const read = await exchange.read([new File([bytes], name)], choices);
    expect(performance.now() - started).toBeLessThan(10_000);
    if (read.ok) expect(read.value.entries).toBeGreaterThan(0);
    else expect(read.error.type).toMatch(/^[A-Z]/);
  });

  test("refuses a bomb made here by counting, and works on", async () => {
    const { exchange } = openExchange();
    const read = await exchange.read([await bomb()], choices);
    expect(read).toEqual({ ok: false, error: { type: "TooLarge", limit: 64 * 1024 * 1024 } });
    const next = await exchange.read([new File(['{"text":"x"}'], "a.jsonl")], choices);
    expect(next.ok && next.value.entries).toBe(1);
  });

  test.runIf(suite.length > 0)("answers for every JSON test file", async () => {
    const { exchange } = openExchange();
    for (const line of suite.join("\n").trim().split("\n")) {
      const { name, base64 } = JSON.parse(line);
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const read = await exchange.read([new File([bytes], name)], choices);
      expect(typeof (read.ok ? read.value.entries : read.error.type)).toMatch(/number|string/);
    }
  });

  test("is ended in the middle of its work without a word being kept", async () => {
    const { exchange, stop } = openExchange();
    const lines = Array.from({ length: 40_000 }, (_, line) => `{"text":"words ${line}"}`);
    const reading = exchange.read([new File([lines.join("\n")], "a.jsonl")], choices);
    stop();
    const first = await Promise.race([reading.then(() => "read"), Promise.resolve("ended")]);
    expect(first).toBe("ended");
  });
});
