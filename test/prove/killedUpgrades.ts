import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { field, unlock } from "../e2e/driveHeadroom.ts";
import { startBrowser } from "./KillableBrowser.ts";
import { provingOrigin } from "./provingOrigin.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };

const fixture = JSON.parse(
  readFileSync(new URL("../unit/vault/fixtures/journalV1.json", import.meta.url), "utf8"),
) as {
  readonly journalId: string;
  readonly passphrase: string;
  readonly slots: unknown;
  readonly [store: string]: unknown;
};

/** What each earlier version of a journal's database was made of: `path` null where the key is a row's own fields. */
const stores = {
  documents: { keyPath: "id" },
  views: { keyPath: "order", autoIncrement: true, index: { name: "id", unique: true } },
  versions: { keyPath: "number", autoIncrement: true, index: { name: "of", unique: false } },
  drafts: { keyPath: "id" },
  derived: { keyPath: ["name", "number"] },
  derivedHeads: { keyPath: "name" },
  spaceRows: { keyPath: ["space", "part", "key"] },
} as const;
const inFirst = ["documents", "views", "versions", "drafts", "derived", "derivedHeads"] as const;
/** As the browser counts them: Dexie's number times ten. */
const formats = [
  { version: 10, stores: inFirst },
  { version: 20, stores: [...inFirst, "spaceRows"] },
] as const;
const newest = 30;
const kept = ["documents", "views", "versions", "drafts"] as const;

/** A page of the app's origin that runs nothing of it and so holds no database open. */
const bare = `${provingOrigin}/manifest.webmanifest`;

/** Puts the fixture on the device as an earlier release left it. */
async function putFormat(page: Page, format: (typeof formats)[number]): Promise<void> {
  await page.goto(bare);
  await page.evaluate(
    async ({ from, names, version, shapes, rows }) => {
      const bytes = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
      const done = (request: IDBRequest) =>
        new Promise<void>((resolve, reject) => {
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        });
      const open = (
        name: string,
        number: number,
        upgrade: (db: IDBDatabase, transaction: IDBTransaction) => void,
      ) => {
        const request = indexedDB.open(name, number);
        request.onupgradeneeded = () => {
          if (request.transaction) upgrade(request.result, request.transaction);
        };
        return done(request).then(() => request.result.close());
      };
      for (const { name } of await indexedDB.databases())
        if (name) await done(indexedDB.deleteDatabase(name));
      await open(`headroom-${from.journalId}`, version, (db) => {
        for (const name of names) {
          const shape: {
            keyPath: unknown;
            autoIncrement?: boolean;
            index?: { name: string; unique: boolean };
          } = shapes[name];
          const store = db.createObjectStore(name, {
            keyPath: shape.keyPath as string,
            autoIncrement: shape.autoIncrement ?? false,
          });
          if (shape.index)
            store.createIndex(shape.index.name, shape.index.name, { unique: shape.index.unique });
          for (const row of rows[name] ?? []) store.put({ ...row, sealed: bytes(row.sealed) });
        }
      });
      await open("headroom-covers", 10, (db) => {
        db.createObjectStore("covers", { keyPath: "id" }).put({
          id: from.journalId,
          data: 1,
          shown: { type: "cover", cover: { symbol: "leaf", colour: "green" } },
          slots: from.slots,
          tries: { wrong: 0, waitSince: null },
          inside: new Uint8Array(),
          backup: new Uint8Array(),
        });
        db.createObjectStore("device", { keyPath: "name" });
        db.createObjectStore("erasing", { keyPath: "id" });
      });
    },
    {
      from: { journalId: fixture.journalId, slots: fixture.slots },
      names: format.stores,
      version: format.version,
      shapes: stores,
      rows: Object.fromEntries(kept.map((name) => [name, fixture[name]])) as Record<
        string,
        { readonly sealed: string }[]
      >,
    },
  );
}

/** Makes the next unlock the first again: a second one rightly clears the bin of what has lain there for long. */
async function forgetUnlock(page: Page): Promise<void> {
  await page.evaluate(async (id) => {
    const request = indexedDB.open("headroom-covers");
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const writing = request.result.transaction("covers", "readwrite");
    const covers = writing.objectStore("covers");
    const found = covers.get(id);
    found.onsuccess = () => covers.put({ ...found.result, inside: new Uint8Array() });
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    request.result.close();
  }, fixture.journalId);
}

/** The version of the journal's database and all of its rows, as they stand on the disk. */
async function stored(page: Page): Promise<{ readonly version: number; readonly rows: string }> {
  await page.goto(bare);
  return page.evaluate(
    async ({ name, names }) => {
      const request = indexedDB.open(name);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const rows: unknown[] = [];
      for (const store of names) {
        const all = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        rows.push(
          all.result.map((row: { sealed: Uint8Array }) => ({ ...row, sealed: [...row.sealed] })),
        );
      }
      const { version } = db;
      db.close();
      return { version, rows: JSON.stringify(rows) };
    },
    { name: `headroom-${fixture.journalId}`, names: kept },
  );
}

/**
 * When each round's browser is killed, in milliseconds after the upgrade has begun: at once, only once
 * the journal is open, and from then on drawn nearer to the upgrade's end by where the last one ended.
 */
function moments() {
  let longest = 160;
  return {
    of: (round: number): number | "opened" =>
      round === 0 ? 0 : round === 1 ? "opened" : ((round * 0.618) % 1) * longest,
    ended: (where: "old" | "new") => {
      longest *= where === "old" ? 1.4 : 0.75;
    },
  };
}

/** The browser is killed while today's code opens a journal of each earlier format. */
export const killedUpgrades: Suite = {
  name: "killed upgrades",
  law: "a journal of any earlier format, killed while it is opened, is the old one or the new one, whole",
  full: 50,
  short: 3,
  run: async (count) => {
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-upgrades-"));
    const ended = { old: 0, new: 0 };
    const kills = moments();
    let control = false;
    try {
      let browser = await startBrowser(profile);
      for (let round = 0; round < count; round += 1) {
        const format = formats[round % formats.length] ?? formats[0];
        await putFormat(browser.page, format);
        const before = await stored(browser.page);
        await browser.page.goto(provingOrigin);
        const opening = unlock(browser.page, fixture.passphrase).catch(() => undefined);
        // The browser says the new version as soon as the upgrade begins: what is old afterwards was killed in its middle.
        await browser.page.waitForFunction(
          async ({ name, version }) =>
            (await indexedDB.databases()).some(
              (one) => one.name === name && one.version === version,
            ),
          { name: `headroom-${fixture.journalId}`, version: newest },
          { polling: 1, timeout: 60_000 },
        );
        const moment = kills.of(round);
        if (moment === "opened") await expect(field(browser.page)).toBeVisible(patient);
        else await new Promise((resolve) => setTimeout(resolve, moment));
        await browser.kill();
        await opening;

        browser = await startBrowser(profile);
        const after = await stored(browser.page);
        const where = after.version === newest ? "new" : "old";
        ended[where] += 1;
        if (moment !== "opened") kills.ended(where);
        const isEither = after.version === newest || after.version === format.version;
        failures.expect(isEither, () => `round ${round}: version ${after.version}`);
        failures.expect(after.rows === before.rows, () => `round ${round}: rows differ`);
        await forgetUnlock(browser.page);
        await browser.page.goto(provingOrigin);
        await unlock(browser.page, fixture.passphrase);
        const isOpen = await expect(field(browser.page))
          .toBeVisible(patient)
          .then(
            () => true,
            () => false,
          );
        failures.expect(isOpen, () => `round ${round}: does not open`);
        const opened = await stored(browser.page);
        failures.expect(opened.version === newest, () => `round ${round}: not upgraded at last`);
        failures.expect(opened.rows === before.rows, () => `round ${round}: opened rows differ`);
        // Control: the same comparison sees a row that is gone.
        if (round === count - 1) {
          await browser.page.evaluate(async (name) => {
            const request = indexedDB.open(name);
            await new Promise((resolve) => {
              request.onsuccess = resolve;
            });
            const writing = request.result.transaction("documents", "readwrite");
            const [key] = await new Promise<IDBValidKey[]>((resolve) => {
              const keys = writing.objectStore("documents").getAllKeys();
              keys.onsuccess = () => resolve(keys.result);
            });
            if (key !== undefined) writing.objectStore("documents").delete(key);
            await new Promise((resolve) => {
              writing.oncomplete = resolve;
            });
            request.result.close();
          }, `headroom-${fixture.journalId}`);
          control = (await stored(browser.page)).rows !== before.rows;
        }
      }
      await browser.close();
      failures.expect(
        ended.old > 0 && ended.new > 0,
        () =>
          `${ended.old} ended in the old one and ${ended.new} in the new: not killed on both sides of an upgrade's end`,
      );
      return {
        tried: count,
        failures: failures.list,
        control,
        note: `from formats 1 and 2; ${ended.old} ended in the old one, ${ended.new} in the new`,
      };
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
