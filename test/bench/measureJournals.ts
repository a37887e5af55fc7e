import type { Page } from "playwright";
import { benchEntries } from "./benchEntries.ts";
import type { JournalTimes, RawTimes } from "./JournalTimes.ts";
import { startJournal, unlock } from "./journalScreens.ts";
import { assertBlocksAreSeen, longestTask } from "./longestTask.ts";
import { measureImport } from "./measureImport.ts";
import { measureKeep } from "./measureKeep.ts";
import { measureSearch, searchSoonAfter } from "./measureSearch.ts";
import { callsTo, pageNow } from "./meter.ts";
import { type RawPress, rawPress, rawPut, rawSearches, rawSlowHashes } from "./rawCalls.ts";
import { median } from "./statistics.ts";
import { indexesStored, storedRows, writtenBetween } from "./storedRows.ts";

/** How much is measured. */
export interface BenchPlan {
  readonly sizes: readonly number[];
  readonly unlockRounds: number;
  readonly keptTexts: readonly string[];
  readonly searched: readonly string[];
}

const say = (text: string) => console.error(`bench: ${text}`);

async function makeJournal(page: Page, size: number) {
  say(`importing ${size} entries`);
  await page.goto("/", { waitUntil: "networkidle" });
  const cover = await startJournal(page);
  await assertBlocksAreSeen(page);
  const entries = benchEntries(size, Date.now());
  const { done: importing, milliseconds } = await longestTask(page, () =>
    measureImport(page, entries),
  );
  await indexesStored(page);
  return { size, cover, importing, importTask: milliseconds };
}

async function unlockOnce(page: Page, cover: string, searched: string) {
  const time = await unlock(page, cover);
  const unlocked = await pageNow(page);
  const searchSoon = await searchSoonAfter(page, unlocked, searched);
  const [vault = Number.NaN] = await callsTo(page, "unlock");
  return { time, vault, searchSoon };
}

/** The rows that one Keep writes are learnt from a first one, which is not measured. */
async function learnRowSizes(page: Page, text: string): Promise<readonly number[]> {
  const before = await storedRows(page);
  await measureKeep(page, [text], async () => {});
  return writtenBetween(before, await storedRows(page));
}

/** Tracing slows what it watches, so the main thread is watched in a round of its own. */
async function watchMainThread(page: Page, cover: string, plan: BenchPlan) {
  const unlocking = await longestTask(page, async () => {
    await unlock(page, cover);
    // Until all views have been taken in, which is when a search is complete.
    await searchSoonAfter(page, 0, plan.searched[0] ?? "");
  });
  await unlock(page, cover);
  const keeping = await longestTask(page, () =>
    measureKeep(page, plan.keptTexts.slice(0, 3), async () => {}),
  );
  const searching = await longestTask(page, () => measureSearch(page, plan.searched.slice(0, 2)));
  return {
    "load and unlock": unlocking.milliseconds,
    keep: keeping.milliseconds,
    search: searching.milliseconds,
  };
}

async function writeAndSearch(page: Page, rawPage: Page, cover: string, plan: BenchPlan) {
  await unlock(page, cover);
  const [learnt = "", ...texts] = plan.keptTexts;
  const rowBytes = await learnRowSizes(page, learnt);
  const puts: number[] = [];
  const presses: RawPress[] = [];
  const keep = await measureKeep(page, texts, async () => {
    presses.push(await rawPress(rawPage, rowBytes));
    puts.push(await rawPut(rawPage, rowBytes));
  });
  const search = await measureSearch(page, plan.searched);
  return { keep, search, rowBytes, puts, presses };
}

/**
 * Makes a journal of each size on one device, then measures them. Unlocking goes round from journal
 * to journal, so that a slow moment of the machine strikes all alike; what is measured beside, in
 * `rawPage`, runs in the same browser right after.
 */
export async function measureJournals(
  page: Page,
  rawPage: Page,
  plan: BenchPlan,
): Promise<{ readonly journals: readonly JournalTimes[]; readonly raw: RawTimes }> {
  const made = [];
  for (const size of plan.sizes) made.push(await makeJournal(page, size));
  const rounds: Awaited<ReturnType<typeof unlockOnce>>[][] = made.map(() => []);
  for (let round = 1; round <= plan.unlockRounds; round += 1) {
    say(`unlocking, round ${round} of ${plan.unlockRounds}`);
    for (const [place, unlocked] of rounds.entries()) {
      unlocked.push(await unlockOnce(page, made[place]?.cover ?? "", plan.searched[0] ?? ""));
    }
  }
  const slowHashes = await rawSlowHashes(rawPage, plan.unlockRounds);

  const journals: JournalTimes[] = [];
  const puts: number[] = [];
  const presses: RawPress[] = [];
  let rowBytes: readonly number[] = [];
  for (const [place, { size, cover, importing, importTask }] of made.entries()) {
    say(`keeping and searching among ${size} entries`);
    const done = await writeAndSearch(page, rawPage, cover, plan);
    const unlocked = rounds[place] ?? [];
    rowBytes = done.rowBytes;
    puts.push(...done.puts);
    presses.push(...done.presses);
    journals.push({
      size,
      importing,
      unlocks: unlocked.map((once) => once.time),
      vaultUnlocks: unlocked.map((once) => once.vault),
      searchSoon: median(unlocked.map((once) => once.searchSoon)),
      keep: done.keep,
      search: done.search,
      blocks: { import: importTask, ...(await watchMainThread(page, cover, plan)) },
    });
  }
  const texts = benchEntries(plan.sizes.at(-1) ?? 0, Date.now()).map((entry) => entry.text);
  const typed = plan.searched.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const searches = await rawSearches(rawPage, texts, typed, "typed");
  const textSearches = await rawSearches(rawPage, texts, plan.keptTexts, "wholeText");
  return { journals, raw: { slowHashes, puts, presses, rowBytes, searches, textSearches } };
}
