import { expect, test } from "vitest";
import { newId } from "#base/newId.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { BatchId } from "#core/identifiers.ts";
import { bringIn } from "#features/exchange/bringIn.ts";
import { loadExample, removeExample } from "#features/exchange/loadExample.ts";
import { writeOut } from "#features/exchange/writeOut.ts";
import { openTab } from "../proposals/openPlace.tsx";
import { everything, good, openExchange } from "./openExchange.tsx";

const choices = { csv: null, leaveOutRepeats: true };

test("a whole journal goes out and comes back identical in an empty one, with history and bin; twice changes nothing", async () => {
  const from = await openTab();
  const { exchange } = openExchange();
  good(await loadExample(exchange, from.workspace));
  const { vault, wrote } = from.workspace;
  const before = await everything(from.workspace);
  const [edited, binned] = [...before.values()]
    .map((each) => (each as { record: Entry }).record)
    .filter(({ kind }) => kind === "entry");
  if (!edited || !binned) throw new Error("no entries");
  const opened = good(await vault.open(edited.id));
  const parts = [{ part: "free.text", label: "", text: "changed 👩‍⚕️ \u0000 end" }];
  const saved = await vault.save([
    { basis: opened.basis, next: { ...edited, model: edited.model, parts }, remember: true },
    {
      basis: good(await vault.open(binned.id)).basis,
      next: { ...binned, deletedAt: from.workspace.clock.now() },
    },
  ]);
  wrote(good(saved).mark);

  const parts2: Uint8Array<ArrayBuffer>[] = [];
  const written = await writeOut(
    exchange,
    "json",
    from.workspace,
    {
      write: async (bytes) => {
        parts2.push(bytes);
      },
      finish: async () => null,
      drop: async () => undefined,
    },
    new AbortController().signal,
    () => undefined,
  );
  expect(written).toMatchObject({
    type: "saved",
    summary: { entries: 61, inBin: 1 },
    unreadable: 0,
  });
  const file = new File(parts2, "headroom.json");

  const to = await openTab();
  const preview = good(await exchange.read([file], choices));
  expect(preview).toMatchObject({ kinds: ["headroom"], entries: 61, skipped: [] });
  const signal = new AbortController().signal;
  const brought = await bringIn(exchange, to.workspace, signal, () => undefined);
  expect(brought).toMatchObject({ type: "kept", summary: { alreadyHere: 0 } });
  expect(await everything(to.workspace)).toEqual(await everything(from.workspace));

  good(await exchange.read([file], choices));
  const again = await bringIn(exchange, to.workspace, signal, () => undefined);
  expect(again).toMatchObject({ type: "kept", summary: { added: 0 } });
  expect(await everything(to.workspace)).toEqual(await everything(from.workspace));
});

test("an import that is cancelled leaves nothing behind, and its undo takes out exactly what it brought", async () => {
  const tab = await openTab();
  const { exchange } = openExchange();
  const lines = Array.from({ length: 1000 }, (_, line) => `{"text":"words ${line}"}`).join("\n");
  const files = [new File([lines], "a.jsonl")];
  const empty = await everything(tab.workspace);

  good(await exchange.read(files, choices));
  const abort = new AbortController();
  const cancelled = await bringIn(exchange, tab.workspace, abort.signal, ({ done }) => {
    if (done >= 200) abort.abort();
  });
  expect(cancelled).toEqual({ type: "cancelled" });
  expect(await everything(tab.workspace)).toEqual(empty);

  good(await exchange.read(files, choices));
  const kept = await bringIn(
    exchange,
    tab.workspace,
    new AbortController().signal,
    () => undefined,
  );
  if (kept.type !== "kept") throw new Error(kept.type);
  expect(kept.summary.added).toBe(1000);
  expect((await everything(tab.workspace)).size).toBe(empty.size + 1000);
  good(await tab.workspace.vault.purge(kept.summary.addedIds));
  expect(await everything(tab.workspace)).toEqual(empty);
});

test("an import that could not be stored is let go of, and nothing of it waits in memory", async () => {
  const { workspace } = await openTab();
  const { exchange } = openExchange();
  good(await exchange.read([new File(['{"text":"one"}'], "a.jsonl")], choices));
  const dropped: string[] = [];
  let staged: string | null = null;
  const full = { ok: false, error: { type: "StorageFull" } } as const;
  const vault = new Proxy(workspace.vault, {
    get: (real, name) => {
      if (name === "commitImport")
        return async (batch: string) => {
          staged = batch;
          return full;
        };
      if (name === "dropImport")
        return async (batch: Parameters<typeof real.dropImport>[0]) => {
          dropped.push(batch);
          return real.dropImport(batch);
        };
      return Reflect.get(real, name);
    },
  });
  const { signal } = new AbortController();
  const brought = await bringIn(exchange, { ...workspace, vault }, signal, () => undefined);
  expect(brought).toEqual({ type: "failed", failure: { type: "StorageFull" } });
  expect(dropped).toEqual([staged]);
});

test("the example comes whole, shows two themes, and goes without a trace", async () => {
  const tab = await openTab();
  const { workspace } = tab;
  const empty = await everything(workspace);
  const { exchange } = openExchange();
  good(await loadExample(exchange, workspace));
  const themes = await workspace.reader.themes(workspace.mark());
  expect(
    themes
      .filter(({ dismissed }) => !dismissed)
      .map(({ size }) => size)
      .sort(),
  ).toEqual([7, 8]);
  const batches = await workspace.reader.batches(workspace.mark());
  expect(batches).toMatchObject([{ type: "example" }]);
  good(
    await removeExample(
      batches.flatMap(({ entries }) => entries),
      workspace,
    ),
  );
  expect(await everything(workspace)).toEqual(empty);
  expect(await workspace.reader.batches(workspace.mark())).toEqual([]);
  expect(newId(workspace.random) as BatchId).not.toBe(batches[0]?.batch);
});
