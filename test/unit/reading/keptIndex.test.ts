import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import { IndexKeeper } from "#reading/IndexKeeper.ts";
import { type SearchDocument, searchDocument } from "#reading/SearchDocument.ts";
import { SearchIndex, segmentSize } from "#reading/SearchIndex.ts";
import { entryId, entryOf, MemoryJournal, testPlatform } from "./journal.ts";

/** The vault's side in memory, one search index beside it, and a way to lock and unlock again. */
function desk() {
  const journal = new MemoryJournal();
  const entries = new Map<EntryId, { entry: Entry; order: number }>();
  let platform = testPlatform();
  let index = new SearchIndex(platform);
  let keeper: IndexKeeper<SearchDocument> | null = null;
  return {
    journal,
    index: () => index,
    write: async (entry: Entry) => {
      entries.set(entry.id, { entry, order: journal.write(entry) });
      keeper?.written(entry);
      await keeper?.settled();
    },
    purge: async (id: EntryId) => {
      entries.delete(id);
      journal.purge(id);
      keeper?.removed(id);
      await keeper?.settled();
    },
    store: async () => {
      platform.wait();
      for (let turns = 0; turns < 5; turns += 1) await platform.turn();
    },
    unlock: async () => {
      platform = testPlatform();
      index = new SearchIndex(platform);
      const reached = () => journal.mark;
      keeper = new IndexKeeper(
        "search",
        index,
        { includes: () => true, itemOf: searchDocument },
        reached,
        journal,
        platform,
      );
      await keeper.open();
      keeper.catchUp(entries);
      await keeper.settled();
    },
    rebuilt: () => {
      const fresh = new SearchIndex(platform);
      for (const { entry } of entries.values()) fresh.put(searchDocument(entry));
      return fresh;
    },
  };
}

const finds = (index: SearchIndex, typed: readonly string[]) => {
  const { scores } = index.find(typed, () => true);
  return [...scores.keys()].sort();
};

const vocabulary = ["pain", "parking", "pharmacy", "discharge", "the", "ward", "café", "porter"];
const words = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 })
  .map((chosen) => chosen.join(" "));
const id = fc.integer({ min: 0, max: 15 }).map((number) => entryId(`e${number}`));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("write" as const), id, words }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("purge" as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom("store" as const, "unlock" as const) }),
  },
);

test("taking up what was stored and catching up equals building anew, whatever happened between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const here = desk();
      await here.unlock();
      for (const next of steps) {
        if (next.type === "write") await here.write(entryOf(next.id, next.words));
        else if (next.type === "purge") await here.purge(next.id);
        else await here[next.type]();
      }
      await here.unlock();
      const rebuilt = here.rebuilt();
      for (const typed of [...vocabulary, "p", "pa", "par", "th", "dischrage", "warx"]) {
        expect(finds(here.index(), [typed])).toEqual(finds(rebuilt, [typed]));
        expect(finds(here.index(), ["ward", typed])).toEqual(finds(rebuilt, ["ward", typed]));
      }
    }),
    { numRuns: 60 },
  );
});

test("one more entry stores one segment, however many there are", async () => {
  const here = desk();
  await here.unlock();
  const many = segmentSize * 3 + 20;
  for (let number = 0; number < many; number += 1) {
    await here.write(entryOf(`e${number}`, `ward ${number}`));
  }
  await here.store();
  expect(here.journal.stored.get("search")?.segments).toHaveLength(4);

  const before = [...(here.journal.stored.get("search")?.segments ?? [])];
  await here.write(entryOf("e7", "ward changed"));
  await here.store();
  const after = here.journal.stored.get("search")?.segments ?? [];
  expect(after.map((bytes, number) => bytes === before[number])).toEqual([true, true, true, false]);

  await here.unlock();
  expect(finds(here.index(), ["changed"])).toEqual(["e7"]);
  expect(here.index().has(entryId("e1519"))).toBe(true);
});

test("an unlock after nothing was written stores nothing", async () => {
  const here = desk();
  await here.unlock();
  await here.write(entryOf("a", "one"));
  await here.store();
  const stored = here.journal.stored.get("search");
  await here.unlock();
  await here.store();
  expect(here.journal.stored.get("search")).toBe(stored);
});

test("an index that mostly holds what is gone is built anew", async () => {
  const here = desk();
  await here.unlock();
  for (let number = 0; number < segmentSize * 2; number += 1) {
    await here.write(entryOf(`e${number}`, "imported by mistake"));
  }
  await here.write(entryOf("kept", "ward"));
  await here.store();
  for (let number = 0; number < segmentSize * 2; number += 1)
    await here.purge(entryId(`e${number}`));
  await here.unlock();
  await here.store();
  expect(here.journal.stored.get("search")?.segments).toHaveLength(1);
  expect(finds(here.index(), ["ward"])).toEqual(["kept"]);
});

const encoder = new TextEncoder();
const json = (value: unknown) => encoder.encode(JSON.stringify(value));
const envelope = { format: "headroom-search", version: 1, documents: [], terms: [] };
test.each([
  ["random bytes", Uint8Array.of(255, 0, 3)],
  ["something else", json({ hello: "there" })],
  ["a newer version", json({ ...envelope, version: 2 })],
  ["half of itself", json(envelope).slice(0, 20)],
  ["lengths of another shape", json({ ...envelope, documents: [["a", [1]]] })],
  ["places that are no numbers", json({ ...envelope, terms: [["ward", [0, 0, "1"]]] })],
])("a stored segment of %s is quietly built anew", async (_what, bytes) => {
  const here = desk();
  await here.unlock();
  await here.write(entryOf("a", "ward"));
  here.journal.stored.set("search", { through: 99, segments: [bytes] });
  await here.unlock();
  expect(finds(here.index(), ["ward"])).toEqual(["a"]);
  await here.store();
  expect(here.journal.stored.get("search")?.through).toBe(here.journal.mark);
});

test("places outside a segment are left out, not followed", async () => {
  const index = new SearchIndex(testPlatform());
  const strange = json({
    ...envelope,
    documents: [["a", [1, 0, 0, 0, 0]]],
    terms: [["ward", [0, 7, 1, 9, 0, 1, 0, 0, 1, 0, -3, 1]]],
  });
  expect(await index.load([strange])).toBe(true);
  expect(finds(index, ["ward"])).toEqual(["a"]);
});

test("storage that refuses is asked again, and nothing is lost meanwhile", async () => {
  const here = desk();
  await here.unlock();
  const works = here.journal.storeIndex;
  Object.assign(here.journal, {
    storeIndex: () => Promise.reject(new Error("no room")),
  });
  for (let number = 0; number <= segmentSize; number += 1) {
    await here.write(entryOf(`e${number}`, `ward ${number}`, { createdAt: instant(number) }));
  }
  await here.store();
  Object.assign(here.journal, { storeIndex: works });
  await here.store();
  expect(here.journal.stored.get("search")?.segments).toHaveLength(2);
  await here.unlock();
  expect(finds(here.index(), ["ward"])).toHaveLength(segmentSize + 1);
});

test("all segments that are counted have been given to be stored, also where the last is just full", () => {
  const index = new SearchIndex(testPlatform());
  const given = new Set<number>();
  let put = 0;
  for (const size of [0, 1, segmentSize - 1, segmentSize, segmentSize + 1, 2 * segmentSize]) {
    for (; put < size; put += 1) index.put(searchDocument(entryOf(`entry-${put}`, "parking")));
    const { segments, count } = index.changed();
    for (const { number } of segments) given.add(number);
    expect([...given].sort(), `${size} entries`).toEqual([...Array(count).keys()]);
  }
});
