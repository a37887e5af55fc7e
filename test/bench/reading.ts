import MiniSearch from "minisearch";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { EntryReading } from "#reading/EntryReading.ts";
import { FeedIntake } from "#reading/FeedIntake.ts";
import { searchDocument } from "#reading/SearchDocument.ts";
import { SearchIndex } from "#reading/SearchIndex.ts";
import { Shelves } from "#reading/Shelves.ts";
import { searchOptions } from "#reading/searchOptions.ts";
import { entryOf, testPlatform } from "../unit/reading/journal.ts";
import { benchEntries, textSource } from "./benchEntries.ts";
import { median, percentile95 } from "./statistics.ts";

// `npx tsx test/bench/reading.ts [entries …]`: the reader's own work without a browser, for finding
// out which part of it became slow. Milliseconds; MiniSearch alone stands beside what it does for us.

const typed = [
  "parking",
  "waiting for discharge",
  "the staff were very",
  "appointement",
  "it was to",
];
const platform = testPlatform();
const encoder = new TextEncoder();

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const done = await work();
  return [done, performance.now() - start];
}

function shelved(entries: readonly Entry[]): Promise<Shelves> {
  const shelves = new Shelves();
  const views = entries.map((entry, number) => ({
    order: number + 1,
    id: entry.id,
    view: encoder.encode(JSON.stringify(entry)),
  }));
  return new Promise((done) => {
    const intake = new FeedIntake(platform, {
      begin: () => undefined,
      put: (record, order) => void shelves.put(record, order),
      unreadable: () => undefined,
      remove: () => undefined,
      taken: () => undefined,
      reached: () => undefined,
      loaded: () => done(shelves),
    });
    for (let from = 0; from < views.length; from += 500) {
      intake.take({ type: "views", views: views.slice(from, from + 500), through: views.length });
    }
    intake.take({ type: "loaded", through: views.length, unreadable: 0 });
  });
}

async function measure(count: number) {
  const entries = benchEntries(count, Date.UTC(2026, 0, 1)).map(({ text, at }, number) =>
    entryOf(`e${number}`, text, {
      happened: { at: instant(Date.parse(at)), precision: "minute" },
      tags: number % 3 === 0 ? ["Parking", `tag ${number % 50}`] : [],
    }),
  );
  const [shelves, parsed] = await timed(() => shelved(entries));
  const [built, building] = await timed(() => {
    const index = new SearchIndex(platform);
    for (const entry of entries) index.put(searchDocument(entry));
    return index;
  });
  const [stored, storing] = await timed(() => built.changed());
  const [index, loading] = await timed(async () => {
    const taken = new SearchIndex(platform);
    await taken.load(stored.segments.map(({ bytes }) => bytes));
    return taken;
  });
  const [alone, aloneBuilding] = await timed(() => {
    const raw = new MiniSearch(searchOptions);
    raw.addAll(entries.map(searchDocument));
    return raw;
  });
  const json = JSON.stringify(alone);
  const [, aloneLoading] = await timed(() => MiniSearch.loadJSON(json, searchOptions));
  const reading = new EntryReading(shelves, index);
  const keystrokes: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const words of typed) {
      for (let length = 1; length <= words.length; length += 1) {
        const [, finding] = await timed(() => reading.find(words.slice(0, length), {}));
        if (round > 0) keystrokes.push(finding);
      }
    }
  }
  const [, listing] = await timed(() => reading.timeline({}));
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    entries: count,
    "views parsed": round(parsed),
    "index built": round(building),
    "MiniSearch built": round(aloneBuilding),
    "index handed over": round(storing),
    "stored kB": Math.round(
      stored.segments.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e3,
    ),
    "index taken up": round(loading),
    "MiniSearch loaded": round(aloneLoading),
    "keystroke median": round(median(keystrokes)),
    "keystroke p95": round(percentile95(keystrokes)),
    "keystroke worst": round(Math.max(...keystrokes)),
    timeline: round(listing),
  };
}

const asked = process.argv.slice(2).map(Number);
const rows: Awaited<ReturnType<typeof measure>>[] = [];
for (const count of asked.length > 0 ? asked : [10, 1_000, 10_000]) rows.push(await measure(count));
console.log(`Entries: ${textSource}`);
for (const { entries, ...times } of rows) {
  console.log(`\n${entries} entries`);
  console.table(times);
}
