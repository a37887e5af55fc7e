import type { Page } from "playwright";
import { benchEntries } from "./benchEntries.ts";
import type { JournalTimes, RawTimes } from "./JournalTimes.ts";
import { startJournal, unlock } from "./journalScreens.ts";
import { measureImport } from "./measureImport.ts";
import { measureKeep } from "./measureKeep.ts";
import { measureSearch, searchSoonAfter } from "./measureSearch.ts";
import { assertMeterSeesBlocks, callsTo, longestBlock, pageNow } from "./meter.ts";
import { rawPut, rawSearches, rawSlowHashes } from "./rawCalls.ts";
import { median } from "./statistics.ts";
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
  const { time, start } = await unlock(page, cover);
  const unlocked = await pageNow(page);
  const searchSoon = await searchSoonAfter(page, unlocked, searched);
  const [vault = Number.NaN] = await callsTo(page, "unlock");
  const load = await longestBlock(page, 0, start);
  return { time, vault, searchSoon, blocks: { load, unlock: await longestBlock(page, start) } };
}

/** The rows that one Keep writes are learnt from a first one, which is not measured. */
async function learnRowSizes(page: Page, text: string): Promise<readonly number[]> {
  const before = await storedRows(page);
  await measureKeep(page, [text], async () => {});
  return writtenBetween(before, await storedRows(page));
}

async function writeAndSearch(page: Page, rawPage: Page, cover: string, plan: BenchPlan) {
  await unlock(page, cover);
  const [learnt = "", ...texts] = plan.keptTexts;
  const rowBytes = await learnRowSizes(page, learnt);
  const puts: number[] = [];
  const start = await pageNow(page);
  const keep = await measureKeep(page, texts, async () => {
    puts.push(await rawPut(rawPage, rowBytes));
  });
  const searching = await pageNow(page);
  const search = await measureSearch(page, plan.searched);
  const blocks = {
    keep: await longestBlock(page, start, searching),
    search: await longestBlock(page, searching),
  };
  return { keep, search, rowBytes, puts, blocks };
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
      searchSoon: median(unlocked.map((once) => once.searchSoon)),
      keep: done.keep,
      search: done.search,
      blocks: {
        import: block,
        load: median(unlocked.map((once) => once.blocks.load)),
        unlock: median(unlocked.map((once) => once.blocks.unlock)),
        ...done.blocks,
      },
    });
  }
  const texts = benchEntries(plan.sizes.at(-1) ?? 0, Date.now()).map((entry) => entry.text);
  const typed = plan.searched.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const searches = await rawSearches(rawPage, texts, typed);
  return { journals, raw: { slowHashes, puts, rowBytes, searches } };
}
