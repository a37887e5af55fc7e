import fc from "fast-check";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { OpenedVault } from "#vault/createVault.ts";
import { draftOf, type Ear, listenTo, openDevice, value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

const operations = 500;
const step = fc.record({
  tab: fc.nat({ max: 3 }),
  which: fc.nat(),
  act: fc.constantFrom(
    "new",
    "text",
    "text",
    "tags",
    "setting",
    "bin",
    "purge",
    "hold",
    "release",
    "together",
  ),
  word: fc.stringMatching(/^[a-z]{3,8}$/),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Tab {
  readonly opened: OpenedVault;
  readonly ear: Ear;
}

/** One run: four tabs on one journal, whose news come when they come. Gives the words of kept entries that must be there. */
async function play(seed: number, steps: readonly Step[]) {
  const device = await openDevice(seed);
  const tabs: Tab[] = [];
  for (let at = 0; at < 4; at += 1) {
    const opened = device.tab();
    const ear = await listenTo(opened);
    await ear.loaded;
    tabs.push({ opened, ear });
  }
  const ids: EntryId[] = [];
  const words = new Map<EntryId, Set<string>>();
  let release: (() => void) | null = null;
  let mark = 0;
  const change = async (
    { opened: { vault } }: Tab,
    id: EntryId,
    edit: (entry: Entry) => Partial<Entry>,
  ) => {
    const found = await vault.open(id);
    if (!found.ok || found.value.record.kind !== "entry") return;
    const { record, basis } = found.value;
    const saved = await vault.save([{ basis, next: { ...record, ...edit(record) } }]);
    if (saved.ok) mark = Math.max(mark, saved.value.mark);
  };
  const appended = (entry: Entry, word: string) => ({
    parts: entry.parts.map((part) => ({ ...part, text: `${part.text} ${word}` })),
  });
  for (const { tab, which, act, word } of steps) {
    const at = tabs[tab];
    if (!at) continue;
    const id = ids[which % Math.max(1, ids.length)];
    if (act === "new" || id === undefined) {
      const kept = value(await at.opened.vault.keepDraft(draftOf(word)));
      ids.push(kept.entry.id);
      words.set(kept.entry.id, new Set([word]));
      mark = Math.max(mark, kept.mark);
    } else if (act === "text") {
      await change(at, id, (entry) => appended(entry, word));
      words.get(id)?.add(word);
    } else if (act === "together") {
      const other = tabs[(tab + 1) % 4];
      await Promise.all([
        change(at, id, (entry) => appended(entry, word)),
        other && change(other, id, (entry) => ({ tags: [...entry.tags, word].slice(-5) })),
      ]);
      words.get(id)?.add(word);
    } else if (act === "tags") await change(at, id, () => ({ tags: [word] }));
    else if (act === "setting") await change(at, id, () => ({ setting: word }));
    else if (act === "bin") await change(at, id, () => ({ deletedAt: device.clock.now() }));
    else if (act === "purge" && which % 7 === 0) {
      mark = Math.max(mark, value(await at.opened.vault.purge([id])));
      words.delete(id);
      ids.splice(ids.indexOf(id), 1);
    } else if (act === "hold") release ??= device.holdNews();
    else if (act === "release") {
      release?.();
      release = null;
    }
  }
  release?.();
  // A last write from each tab, so that every tab has heard of all before.
  for (const { opened } of tabs) {
    const kept = value(await opened.vault.keepDraft(draftOf("the end")));
    mark = Math.max(mark, kept.mark);
  }
  for (const { ear } of tabs)
    await ear.until(() => ear.news.some((news) => "through" in news && news.through >= mark));
  return { tabs, words };
}

const content = ({ ear }: Tab) =>
  JSON.stringify([...ear.records].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Four tabs write, edit, bin and purge in any order, with news held back: all end with the same, and no word is lost. `count` is seeds. */
export const fourTabs: Suite = {
  name: "four tabs",
  law: "all tabs and a fresh one end with equal content; every word appended is there",
  full: 50,
  short: 2,
  run: async (count) => {
    const failures = new Failures();
    let lastContent = "";
    let differs = false;
    for (let seed = 1; seed <= count; seed += 1) {
      const [steps = []] = fc.sample(
        fc.array(step, { minLength: operations, maxLength: operations }),
        { numRuns: 1, seed },
      );
      const { tabs, words } = await play(seed, steps);
      const [first, ...others] = tabs.map(content);
      failures.expect(
        others.every((other) => other === first),
        () => `seed ${seed}: tabs differ`,
      );
      differs ||= lastContent !== "" && lastContent !== first;
      lastContent = first ?? "";
      const records = tabs[0]?.ear.records;
      for (const [id, expected] of words) {
        const record = records?.get(id);
        const text =
          record?.kind === "entry" ? record.parts.map((part) => part.text).join(" ") : "";
        const has = new Set(text.split(/\s+/));
        for (const word of expected)
          failures.expect(has.has(word), () => `seed ${seed}: "${word}" is lost`);
      }
    }
    // Control: two journals that were written differently are not taken for equal.
    if (count < 2) differs = true;
    return {
      tried: count * operations,
      failures: failures.list,
      control: differs,
      note: `${count} seeds of ${operations} operations`,
    };
  },
};
