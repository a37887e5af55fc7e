import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { field, startJournal } from "../e2e/driveHeadroom.ts";
import { startBrowser } from "./KillableBrowser.ts";
import { provingOrigin } from "./provingOrigin.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };

/** From when to when something was asked for and acknowledged, in milliseconds of this machine's clock. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const during = async (work: () => Promise<unknown>): Promise<Span> => {
  const from = Date.now();
  await work();
  return { from, to: Date.now() };
};

/** Whether this machine has what watches system calls. */
export const hasStrace = (): boolean => spawnSync("strace", ["--version"]).status === 0;

/** When a flush of the browser's databases ended, by strace's log: `PID TIME call(FD<PATH>) = 0 <SECONDS>`. */
function flushesIn(log: string): readonly number[] {
  const unfinished = new Map<string, boolean>();
  const ends: number[] = [];
  for (const line of log.split("\n")) {
    const [, process = "", start, rest = ""] = /^(\d+) +(\d+\.\d+) (.*)$/.exec(line) ?? [];
    if (/^f(data)?sync\(.*unfinished/.test(rest))
      unfinished.set(process, rest.includes("IndexedDB"));
    const isResumed =
      /^<\.\.\. f(data)?sync resumed/.test(rest) && unfinished.get(process) === true;
    const isWhole = /^f(data)?sync\(\d+<[^>]*IndexedDB/.test(rest) && !rest.includes("unfinished");
    if ((isWhole || isResumed) && / = 0/.test(rest)) ends.push(Number(start) * 1000);
  }
  return ends;
}

/** Puts a row as a page does that asks for no durability. */
const putRelaxed = (page: Page, key: number) =>
  page.evaluate(
    (at) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("control", 1);
        open.onupgradeneeded = () => open.result.createObjectStore("rows");
        open.onsuccess = () => {
          const options = { durability: "relaxed" } as const;
          const writing = open.result.transaction("rows", "readwrite", options);
          writing.objectStore("rows").put("words", at);
          writing.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    key,
  );

/** The system calls of a whole browser are watched while somebody keeps entries. */
export const flushedSaves: Suite = {
  name: "flushed saves",
  law: "at least one fsync of the database between asking for a Keep and its acknowledgement",
  full: 100,
  short: 10,
  run: async (count) => {
    if (!hasStrace()) throw new Error("strace is missing: apt-get install strace");
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-flushed-"));
    const log = join(profile, "strace.log");
    const watching = ["-f", "--seccomp-bpf", "-qq", "-y", "-ttt", "-e", "trace=fsync,fdatasync"];
    try {
      const browser = await startBrowser(profile, ["strace", ...watching, "-o", log]);
      const { page } = browser;
      page.setDefaultTimeout(120_000);
      await startJournal(page, {}, provingOrigin);
      const relaxed: Span[] = [];
      await putRelaxed(page, 0);
      for (let at = 1; at <= 10; at += 1) relaxed.push(await during(() => putRelaxed(page, at)));
      const saves: Span[] = [];
      for (let at = 0; at < count; at += 1) {
        await field(page).fill(`Entry ${at}: the linen was late again.`);
        // Else the draft's own flush could be taken for the entry's.
        await expect(page.getByText("Draft kept on this device")).toBeVisible(patient);
        saves.push(
          await during(async () => {
            await page.getByRole("button", { name: "Keep", exact: true }).click();
            await expect(field(page)).toHaveValue("", patient);
          }),
        );
      }
      await browser.close();
      const flushes = flushesIn(readFileSync(log, "utf8"));
      const within = ({ from, to }: Span) =>
        flushes.filter((end) => end >= from - 1 && end <= to + 1).length;
      for (const [at, save] of saves.entries())
        failures.expect(within(save) > 0, () => `Keep ${at} was acknowledged without a flush`);
      // Control: a write that asks for no durability is acknowledged without one.
      const unflushed = relaxed.filter((span) => within(span) === 0).length;
      const total = saves.reduce((sum, save) => sum + within(save), 0);
      return {
        tried: count,
        failures: failures.list,
        control: unflushed > 0,
        note: `${total} flushes for ${count} saves; ${unflushed} of 10 relaxed writes had none`,
      };
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
