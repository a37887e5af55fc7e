import type { Page } from "playwright";
import { benchEntries } from "./benchEntries.ts";
import type { JournalTimes, RawTimes } from "./JournalTimes.ts";
import { startJournal, unlock } from "./journalScreens.ts";
import { measureImport } from "./measureImport.ts";
import { measureKeep } from "./measureKeep.ts";
import { measureSearch, searchSoonAfter } from "./measureSearch.ts";
import { assertMeterSeesBlocks, callsTo, longestBlock, pageNow } from "./meter.ts";
import { rawPuts, rawSearches, rawSlowHashes } from "./rawCalls.ts";
import { storedRows, writtenBetween } from "./storedRows.ts";

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
  await assertMeterSeesBlocks(page);
  const start = await pageNow(page);
  const importing = await measureImport(page, benchEntries(size, Date.now()));
  return { size, cover, importing, block: await longestBlock(page, start) };
}

async function unlockOnce(page: Page, cover: string, searched: string) {
  const time = await unlock(page, cover);
  const unlocked = await pageNow(page);
  const searchSoon = await searchSoonAfter(page, unlocked, searched);
  const [vault = Number.NaN] = await callsTo(page, "unlock");
  return { time, vault, searchSoon, block: await longestBlock(page) };
}

async function writeAndSearch(page: Page, rawPage: Page, cover: string, plan: BenchPlan) {
  await unlock(page, cover);
  const before = await storedRows(page);
  const start = await pageNow(page);
  const keep = await measureKeep(page, plan.keptTexts);
  const keepBlock = await longestBlock(page, start);
  const written = writtenBetween(before, await storedRows(page));
  const rowBytes = written.slice(0, Math.round(written.length / plan.keptTexts.length));
  const puts = await rawPuts(rawPage, rowBytes, plan.keptTexts.length);
  const searching = await pageNow(page);
  const search = await measureSearch(page, plan.searched);
  return {
    keep,
    search,
    rowBytes,
    puts,
    keepBlock,
    searchBlock: await longestBlock(page, searching),
  };
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
  let rowBytes: readonly number[] = [];
  for (const [place, { size, cover, importing, block }] of made.entries()) {
    say(`keeping and searching among ${size} entries`);
    const done = await writeAndSearch(page, rawPage, cover, plan);
    const unlocked = rounds[place] ?? [];
    rowBytes = done.rowBytes;
    puts.push(...done.puts);
    journals.push({
      size,
      importing,
      unlocks: unlocked.map((once) => once.time),
      vaultUnlocks: unlocked.map((once) => once.vault),
      searchSoon: Math.min(...unlocked.map((once) => once.searchSoon)),
      keep: done.keep,
      search: done.search,
      blocks: {
        import: block,
        unlock: Math.max(...unlocked.map((once) => once.block)),
        keep: done.keepBlock,
        search: done.searchBlock,
      },
    });
  }
  const texts = benchEntries(plan.sizes.at(-1) ?? 0, Date.now()).map((entry) => entry.text);
  const typed = plan.searched.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const searches = await rawSearches(rawPage, texts, typed);
  return { journals, raw: { slowHashes, puts, rowBytes, searches } };
}
