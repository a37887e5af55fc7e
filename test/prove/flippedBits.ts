import type { Vault } from "#core/journal/Vault.ts";
import { seededRandom } from "../unit/replica/seededRandom.ts";
import { openTestApp, type TestApp } from "../unit/vault/openTestApp.ts";
import { draftOf, listenTo, textOf, value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

const classes = ["documents", "views", "versions", "drafts", "derived"] as const;
const entries = 8;
const below = (random: ReturnType<typeof seededRandom>, most: number) => {
  const [a = 0, b = 0, c = 0] = random.bytes(3);
  return (a * 65_536 + b * 256 + c) % most;
};

async function journal(seed: number) {
  const app = openTestApp(seed);
  const { id, words } = await app.begin();
  const texts = new Map<string, string>();
  for (let at = 0; at < entries; at += 1) {
    const text = `Entry ${at}: the kettle.`;
    const { entry } = value(await app.vault().keepDraft(draftOf(text)));
    const { basis } = value(await app.vault().open(entry.id));
    value(
      await app.vault().keepDraft(draftOf(`${text} Again.`, { of: { entry: entry.id, basis } })),
    );
    texts.set(entry.id, `${text} Again.`);
  }
  for (let at = 0; at < 3; at += 1) value(await app.vault().saveDraft(draftOf(`Draft ${at}`)));
  const bytes = new Uint8Array(500).fill(5);
  await app.opened().source.storeIndex("search", 1, [{ number: 0, bytes }], 1);
  return { app, id, words, texts };
}

/** Turns one bit of one stored row of a class; answers whose row it was. */
function turnBit(
  app: TestApp,
  id: string,
  kind: (typeof classes)[number],
  random: ReturnType<typeof seededRandom>,
): string {
  const store = [...app.stores].find(([journalId]) => journalId === id)?.[1];
  if (!store) throw new Error("no store");
  const turned = (sealed: Uint8Array) => {
    const copy = sealed.slice();
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
    return copy;
  };
  if (kind === "versions") {
    const at = below(random, store.versions.length);
    store.versions = store.versions.map((row, place) =>
      place === at ? { ...row, sealed: turned(row.sealed) } : row,
    );
    return store.versions[at]?.of ?? "";
  }
  if (kind === "derived") {
    const index = store.indexes.get("search");
    if (index) store.indexes.set("search", { ...index, segments: index.segments.map(turned) });
    return "search";
  }
  if (kind === "drafts") {
    const ids = [...store.drafts.keys()];
    const draft = ids[below(random, ids.length)] ?? "";
    store.drafts.set(draft, turned(store.drafts.get(draft) ?? new Uint8Array(1)));
    return draft;
  }
  const ids = [...store[kind].keys()];
  const record = ids[below(random, ids.length)] ?? "";
  const row = store[kind].get(record);
  if (kind === "documents") {
    const document = store.documents.get(record);
    if (document) store.documents.set(record, { ...document, sealed: turned(document.sealed) });
  } else {
    const view = store.views.get(record);
    if (view) store.views.set(record, { ...view, sealed: turned(view.sealed) });
  }
  if (!row) throw new Error("no row");
  return record;
}

const readAll = async (app: TestApp): Promise<Map<string, string | undefined>> => {
  const ear = await listenTo(app.opened());
  await ear.loaded;
  return new Map([...ear.records].map(([id, record]) => [id, textOf(record)]));
};
const historyOf = async (vault: Vault, id: string) => {
  const versions = await vault.history(id as Parameters<Vault["history"]>[0]);
  return versions.ok ? versions.value.length : 0;
};

/** Bits that turn on a disk: one row suffers, everything else is whole. `count` is for each class of rows. */
export const flippedBits: Suite = {
  name: "flipped bits",
  law: "one record or draft suffers at most; every entry is still read; no wrong words ever",
  full: 200,
  short: 10,
  run: async (count) => {
    const failures = new Failures();
    let tried = 0;
    let setAside = 0;
    const { app, id, words, texts } = await journal(1);
    const store = app.stores.get(id);
    if (!store) throw new Error("no store");
    const kept = {
      documents: new Map(store.documents),
      views: new Map(store.views),
      versions: store.versions,
      drafts: new Map(store.drafts),
      indexes: new Map(store.indexes),
    };
    const restore = () => {
      for (const name of ["documents", "views", "drafts", "indexes"] as const) {
        store[name].clear();
        for (const [key, row] of kept[name]) (store[name] as Map<string, unknown>).set(key, row);
      }
      store.versions = kept.versions;
    };
    for (const kind of classes)
      for (let round = 0; round < count; round += 1) {
        tried += 1;
        restore();
        const random = seededRandom(1000 * classes.indexOf(kind) + round);
        const whose = turnBit(app, id, kind, random);
        value(await app.door.unlock(id, { type: "recovery", words }));
        const found = await readAll(app);
        // An entry stands twice, as document and as view: one of them is enough for its words.
        for (const [entry, text] of texts)
          failures.expect(
            found.get(entry) === text,
            () => `${kind} ${round}: entry ${entry} reads ${found.get(entry)}`,
          );
        const drafts = value(await app.vault().drafts());
        failures.expect(
          drafts.length === (kind === "drafts" ? 2 : 3),
          () => `${kind} ${round}: ${drafts.length} drafts`,
        );
        for (const entry of texts.keys()) {
          const expected = kind === "versions" && entry === whose ? 0 : 1;
          const versions = await historyOf(app.vault(), entry);
          failures.expect(versions === expected, () => `${kind} ${round}: ${versions} versions`);
        }
        if (kind === "derived")
          failures.expect(
            (await app.opened().source.loadIndex("search")) === null,
            () => `${round}: a damaged index was used`,
          );
        setAside += (await app.vault().unreadable()).length;
        const written = await app.vault().keepDraft(draftOf("Written afterwards."));
        failures.expect(written.ok, () => `${kind} ${round}: nothing more can be written`);
        if (written.ok) store.documents.delete(written.value.entry.id);
        if (written.ok) store.views.delete(written.value.entry.id);
      }
    // Control: with both copies of an entry damaged it must be missing, and told.
    restore();
    const [first = ""] = texts.keys();
    const document = store.documents.get(first);
    const view = store.views.get(first);
    if (document) store.documents.set(first, { ...document, sealed: new Uint8Array(300) });
    if (view) store.views.set(first, { ...view, sealed: new Uint8Array(300) });
    value(await app.door.unlock(id, { type: "recovery", words }));
    const found = await readAll(app);
    const control = !found.has(first) && (await app.vault().unreadable()).length === 1;
    return {
      tried,
      failures: failures.list,
      control,
      note: `${classes.length} classes; ${setAside} rows set aside`,
    };
  },
};
