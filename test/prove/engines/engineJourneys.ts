import { passphrase } from "../../e2e/driveHeadroom.ts";
import { filesHolding } from "../../e2e/filesHolding.ts";
import { provingOrigin } from "../provingOrigin.ts";
import { Failures, type NotRun, type Proof, type Suite } from "../Suite.ts";
import { driveEngine } from "./driveEngine.ts";
import type { Engine, EngineBrowser } from "./Engine.ts";

const noticed = "What did you notice?";
const kept = "The quincecanary pump alarmed twice before handover.";
const half = "Half a thought about medlarcanary";

/** Notes what no page of ours may do, and keeps files that are saved; for this document only. */
const watch = (browser: EngineBrowser) =>
  browser.run(`
    if (window.offences) return;
    window.offences = [];
    window.blobs = [];
    const note = (what) => window.offences.push(what);
    addEventListener("error", (event) => note("uncaught: " + event.message));
    addEventListener("unhandledrejection", (event) => note("unhandled: " + event.reason + " " + String(event.reason?.stack).slice(0, 300)));
    document.addEventListener("securitypolicyviolation", (event) =>
      note("policy: " + event.violatedDirective + " " + event.blockedURI));
    const say = console.error;
    console.error = (...of) => { note("console.error: " + of.join(" ")); say(...of); };
    Reflect.deleteProperty(window, "showSaveFilePicker");
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (made) => { if (made instanceof Blob) window.blobs.push(made); return make(made); };
    HTMLAnchorElement.prototype.click = () => {};
  `);
const offences = (browser: EngineBrowser) =>
  browser.run<readonly string[]>("return window.offences ?? []");

/** Everything of the page that words could be left in. */
const leftOnPage = (browser: EngineBrowser) =>
  browser.run<string>(`return JSON.stringify([
    document.documentElement.outerHTML, document.title, location.href, history.state,
    { ...localStorage }, { ...sessionStorage },
  ])`);

/** The records of an export, without what differs between two exports of one journal. */
const recordsOf = (text: string) =>
  JSON.stringify(
    (JSON.parse(text).records as { record: { id: string } }[])
      .map(({ record }) => record)
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  );

async function journeysIn(engine: Engine, failures: Failures): Promise<Proof> {
  const browser = await engine.open();
  const page = driveEngine(browser);
  const dialog = driveEngine(browser, "//dialog");
  const said: string[] = [];
  let steps = 0;
  const step = async (name: string, holds: () => Promise<unknown>) => {
    steps += 1;
    try {
      const held = await holds();
      failures.expect(held !== false, () => name);
    } catch (fault) {
      const shown = await page.visibleText().catch(() => "");
      const faults = [...said, ...(await offences(browser).catch(() => []))].join("; ");
      throw new Error(`${name}: ${String(fault)}; ${faults}; the page says: ${shown.slice(-600)}`);
    }
  };
  const noOffences = async () => said.push(...(await offences(browser)));
  const savedBlob = (encode: "text" | "base64") =>
    page.until("a saved file", () =>
      browser.run<string | null>(
        `const blob = window.blobs.at(-1);
        if (!blob) return null;
        if (given === "text") return blob.text();
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));`,
        encode,
      ),
    );
  const forgetSaved = () => browser.run("window.blobs = []");
  const lock = async () => {
    await noOffences();
    await page.press("Lock");
    await page.sees("Choose your journal");
    await watch(browser);
  };
  const unlock = async (typed: string, which = 1) => {
    await page.pressLike(", teal", which);
    await page.fill("Passphrase", typed);
    await page.press("Unlock");
  };
  const exported = async () => {
    await page.visit("/settings/export");
    await forgetSaved();
    await page.press("Save everything as JSON");
    return recordsOf(await savedBlob("text"));
  };

  try {
    await browser.goto(provingOrigin);
    await watch(browser);
    let words: readonly string[] = [];
    await step("a journal is started", async () => {
      await page.press("Start a new journal");
      await page.press("Next");
      await page.fill("New passphrase", passphrase);
      await page.press("Next");
      words = await page.until("twelve words", async () => {
        const shown = await browser.run<readonly string[]>(
          "return [...document.querySelectorAll('[aria-label=\"Your recovery code\"] li')].map((item) => item.innerText.replace(/[^a-z]/g, ''))",
        );
        return shown.length === 12 ? shown : null;
      });
      await page.press("I have them");
      const asked = await page.until("words to type", async () => {
        const labels = await browser.run<readonly string[]>(
          "return [...document.querySelectorAll('label')].map((label) => label.innerText.trim()).filter((text) => /^Word \\d+$/.test(text))",
        );
        return labels.length > 0 ? labels : null;
      });
      for (const label of asked) await page.fill(label, words[Number(label.slice(5)) - 1] ?? "");
      await page.press("Check");
      await page.press("Open my journal");
    });
    await step("an entry is kept", async () => {
      await page.fill(noticed, kept);
      await page.press("Keep");
      await page.sees("Kept on this device.");
    });
    await step("a draft is kept, and there again once what ran the page was killed", async () => {
      await page.holds(noticed, "");
      await page.fill(noticed, half);
      await page.sees("Draft kept on this device");
      await noOffences();
      await browser.killAndReopen(provingOrigin);
      await page.sees("Choose your journal");
      await watch(browser);
      await unlock(passphrase);
      await page.holds(noticed, half);
    });
    let control = false;
    await step("a lock leaves no words on the page, in its address or its stores", async () => {
      await page.sees("quincecanary");
      // Control: while it is open the same look finds them.
      control = (await leftOnPage(browser)).includes("quincecanary");
      await lock();
      const left = await leftOnPage(browser);
      return !left.includes("quincecanary") && !left.includes("medlarcanary");
    });
    await step("a wrong passphrase is told and counted, and the right one opens", async () => {
      await unlock("not this one at all");
      await page.sees("That did not open the journal. Nothing has changed. 9 more tries");
      await page.fill("Passphrase", passphrase);
      await page.press("Unlock");
      await page.holds(noticed, half);
    });
    await step("the entry is found by one of its words, marked, and not by others", async () => {
      await page.visit("/journal");
      await page.fill("Search everything you wrote", "quincecanary");
      await page.until("the mark", () =>
        browser.run<true | null>(
          "return document.querySelector('mark')?.textContent.includes('quincecanary') || null",
        ),
      );
      await page.fill("Search everything you wrote", "damsonplover");
      await page.until("nothing found", async () =>
        (await page.visibleText()).includes("quincecanary") ? null : true,
      );
    });
    let backup = "";
    await step("one press writes a backup, an age file without a word in it", async () => {
      await page.visit("/settings");
      await forgetSaved();
      await page.press("Back up now");
      await page.sees("Backed up as headroom-");
      backup = await savedBlob("base64");
      const text = Buffer.from(backup, "base64").toString("latin1");
      return text.startsWith("age-encryption.org/v1") && !text.includes("quincecanary");
    });
    await step("the backup is checked with its code", async () => {
      await page.press("Check my backup");
      await dialog.choose("Backup file", "headroom.age", backup);
      await dialog.fill("Recovery code", words.join(" "));
      await dialog.press("Check it");
      await page.sees("This backup is whole");
      await page.sees("Everything in this journal is in it");
      await dialog.press("Close");
    });
    let before = "";
    await step("everything is exported as JSON", async () => {
      before = await exported();
      return before.includes(kept);
    });
    await step("the backup is restored beside the journal, identical, drafts and all", async () => {
      await lock();
      await page.press("Restore from a backup");
      await page.choose("Backup file", "headroom.age", backup);
      await page.fill("Recovery code", words.join(" "));
      await page.press("See what is in it");
      await page.sees("This backup is whole. It holds:");
      await page.press("Choose its cover");
      await page.press("Next");
      await page.fill("New passphrase", passphrase);
      await page.press("Next");
      await page.sees("Your journal is back");
      await page.press("Open my journal");
      await page.holds(noticed, half);
      return (await exported()) === before;
    });
    for (const which of [1, 2])
      await step("both journals are there, and the first as it was", async () => {
        await lock();
        await unlock(passphrase, which);
        await page.holds(noticed, half);
        return (await exported()) === before;
      });
    await noOffences();
    for (const offence of said) failures.expect(false, () => offence);
    for (const word of ["quincecanary", "medlarcanary", passphrase]) {
      const files = browser.profile === null ? [] : filesHolding(browser.profile, word);
      failures.expect(files.length === 0, () => `${word} in ${files.join(", ")}`);
    }
    const searched =
      browser.profile === null ? "keeps nothing on disk while driven" : "no word in its profile";
    const note = `${await engine.version(browser)}; killed: ${engine.kills}; ${searched}`;
    return { tried: steps, failures: failures.list, control, note };
  } finally {
    await browser.close();
  }
}

/** Journeys 2 and 13 of product.md in one engine, against the built app with its policy. */
export const journeysInEngine = (engine: Engine): Suite<Proof | NotRun> => ({
  name: `engines: journeys in ${engine.name}`,
  law: "a journal is started, kept, killed, locked, unlocked, searched, backed up, checked, exported, restored",
  full: 1,
  short: 1,
  run: async () =>
    engine.missing === null ? journeysIn(engine, new Failures()) : { notRun: engine.missing },
});
