import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumArguments, findChromium } from "../../scripts/findChromium.mjs";
import { textSource } from "./benchEntries.ts";
import { benchRows } from "./benchRows.ts";
import { benchTable, isWithin } from "./benchTable.ts";
import { chartRows, chartSizes } from "./measureCharts.ts";
import { measureIdentity } from "./measureIdentity.ts";
import { measureJournals } from "./measureJournals.ts";
import { installMeter } from "./meter.ts";
import { serveRawPage } from "./rawCalls.ts";
import { scriptBeforeUnlock } from "./scriptBeforeUnlock.ts";
import { serveApp } from "./serveApp.ts";

// `npm run bench`: the app's production build in Chromium, beside the browser and the libraries
// alone, in one run; prints a table and writes test/bench/results.json. `-- --quick` takes smaller
// journals and fewer rounds.

const isQuick = process.argv.includes("--quick");
const plan = {
  sizes: isQuick ? [10, 200, 1_000] : [10, 1_000, 10_000],
  unlockRounds: isQuick ? 3 : 9,
  keptTexts: Array.from(
    { length: isQuick ? 6 : 20 },
    (_, at) => `Waited ${at + 20} minutes for parking, then again for the discharge medicines.`,
  ),
  searched: ["parking", "discharge", "medicines", "waiting", "staff"],
};

const profile = mkdtempSync(join(tmpdir(), "headroom-bench-"));
const executablePath = findChromium();
const launching = { ...(executablePath ? { executablePath } : {}), args: chromiumArguments };
/** How busy the machine was with other things: more than its cores, and every time is stretched. */
const loadBefore = loadavg()[0] ?? 0;
const app = await serveApp();
const raw = await serveRawPage();
const browser = await chromium.launch(launching);
const context = await chromium.launchPersistentContext(profile, {
  ...launching,
  baseURL: app.url,
  viewport: { width: 820, height: 1180 },
  locale: "en-GB",
  timezoneId: "Europe/London",
});
context.setDefaultTimeout(180_000);

try {
  const script = await scriptBeforeUnlock(browser, app.url);
  const rawPage = await context.newPage();
  await rawPage.goto(raw.url);
  await installMeter(context);
  const page = await context.newPage();
  const { journals, raw: rawTimes } = await measureJournals(page, rawPage, plan);

  const rows = [...benchRows(journals, rawTimes, script.gzip), ...measureIdentity()];
  const charts = chartRows();
  const machine = {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    chromium: browser.version(),
    loadBefore,
  };
  const results = {
    at: new Date().toISOString(),
    machine,
    texts: textSource,
    rows: rows.map((row) => ({ ...row, isWithin: isWithin(row) })),
    charts: { sizes: chartSizes, rows: charts.map((row) => ({ ...row, isWithin: isWithin(row) })) },
    scripts: script.files,
    journals,
    raw: rawTimes,
  };
  writeFileSync("test/bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
  const { processor, cores, memoryGiB, system } = machine;
  console.log(
    `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Chromium ${machine.chromium}`,
  );
  console.log(`Entries: ${textSource}. Load before the run: ${loadBefore.toFixed(1)}\n`);
  console.log(benchTable(plan.sizes, rows));
  console.log(`\nCharts, by points of the series:\n\n${benchTable(chartSizes, charts)}`);
} finally {
  await Promise.all([context.close(), browser.close()]);
  raw.server.close();
  app.stop();
  rmSync(profile, { recursive: true, force: true });
}
