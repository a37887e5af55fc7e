import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { BatchId, JudgementId, ThemeId } from "#core/identifiers.ts";
import type { ReaderFeed } from "#core/journal/ReaderFeed.ts";
import { type Preferences, preferencesId } from "#core/preferences/Preferences.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { createReader } from "#reading/createReader.ts";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import { entryId, entryOf, MemoryJournal, testPlatform } from "./journal.ts";

const day = (number: number) => instant(Date.UTC(2026, 0, 1) + number * 86_400_000);
const on = (number: number) => ({ happened: { at: day(number), precision: "day" as const } });

function unlocked(journal: MemoryJournal) {
  const platform = testPlatform();
  return { platform, reader: createReader(journal, createThemeEngine(), platform) };
}

/** A feed that a test speaks by hand, to look at the reader half-way. */
class HandFeed extends MemoryJournal {
  say: (news: ReaderFeed) => void = () => undefined;
  override readonly listen = async (listener: (news: ReaderFeed) => void) => {
    this.say = listener;
  };
}
const fed = (order: number, record: { readonly id: ReturnType<typeof entryId> }) => ({
  order,
  id: record.id,
  view: new TextEncoder().encode(JSON.stringify(record)),
});

const themeOf = (id: string, members: readonly string[], said: Partial<Theme> = {}): Theme => ({
  kind: "theme",
  id: id as ThemeId,
  name: "",
  members: members.map((entry) => ({ entry: entryId(entry), how: "said", at: day(0) })),
  takenOut: [],
  dismissedAt: null,
  promptAnsweredAt: null,
  createdAt: day(0),
  editedAt: day(0),
  deletedAt: null,
  ...said,
});

const saidSame = (
  id: string,
  entry: string,
  earlier: string,
  said: Partial<Judgement> = {},
): Judgement => ({
  kind: "judgement",
  id: id as JudgementId,
  entry: entryId(entry),
  earlier: entryId(earlier),
  verdict: "same",
  createdAt: day(20),
  editedAt: day(20),
  deletedAt: null,
  ...said,
});

const parking = [
  "Waited an hour for parking again before the early clinic.",
  "Parking was full so the first patient was seen late.",
  "Could not find parking and missed handover. Maybe we could share a lift from the station.",
  "No parking left after seven, two of us were late.",
];
const others = ["Good supervision today.", "The new kettle works well.", "Bed nine was cold."];

function parkingJournal() {
  const journal = new MemoryJournal();
  for (const [number, text] of others.entries())
    journal.write(entryOf(`o${number}`, text, on(number)));
  for (const [number, text] of parking.entries()) {
    journal.write(entryOf(`p${number}`, text, on(10 + number)));
  }
  return journal;
}

describe("reading one's own writes", () => {
  test("a question waits for the write that it names, and then knows it", async () => {
    const journal = new MemoryJournal();
    const { reader } = unlocked(journal);
    const before = await reader.timeline({}, 0);
    const mark = journal.write(entryOf("a", "kettle"));
    expect(before.ids).toEqual([]);
    expect((await reader.timeline({}, mark)).ids).toEqual(["a"]);
    expect((await reader.find("ket", {}, mark)).ids).toEqual(["a"]);
    const next = journal.write(entryOf("a", "teapot"));
    expect((await reader.find("ket", {}, next)).ids).toEqual([]);
    expect((await reader.find("tea", {}, next)).ids).toEqual(["a"]);
    expect((await reader.entry(entryId("a"), next))?.parts[0]?.text).toBe("teapot");
  });

  test("what is removed is gone from every answer", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    journal.write(themeOf("t", ["p0", "p1"]));
    const mark = journal.purge(entryId("p0"));
    expect((await reader.timeline({}, mark)).ids).not.toContain("p0");
    expect((await reader.find("hour", {}, mark)).ids).toEqual([]);
    expect(await reader.entry(entryId("p0"), mark)).toBeNull();
    expect((await reader.themes(mark))[0]?.size).toBe(1);
    expect(await reader.lines([entryId("p0"), entryId("p1")], mark)).toHaveLength(1);
  });
});

describe("while the journal is loading", () => {
  test("the newest entries are listed at once; search waits for all", async () => {
    const journal = new HandFeed();
    const { reader } = unlocked(journal);
    journal.say({ type: "begin", total: 2 });
    journal.say({ type: "views", views: [fed(2, entryOf("new", "kettle", on(2)))], through: 2 });
    expect((await reader.timeline({}, 0)).ids).toEqual(["new"]);
    expect(await reader.readiness()).toEqual({
      loaded: 1,
      total: 2,
      searchReady: false,
      unreadable: 0,
    });
    let found: readonly string[] | null = null;
    const finding = reader.find("kettle", {}, 0).then(({ ids }) => {
      found = ids;
    });
    const missing = reader.entry(entryId("old"), 0);
    expect(found).toBeNull();
    journal.say({ type: "views", views: [fed(1, entryOf("old", "kettle", on(1)))], through: 2 });
    journal.say({ type: "loaded", through: 2, unreadable: 0 });
    await finding;
    expect(found).toEqual(["new", "old"]);
    expect((await missing)?.id).toBe("old");
    expect(await reader.readiness()).toEqual({
      loaded: 2,
      total: 2,
      searchReady: true,
      unreadable: 0,
    });
  });

  test("questions are answered between the views of one message", async () => {
    const journal = new HandFeed();
    const { reader } = unlocked(journal);
    const views = Array.from({ length: 500 }, (_, number) =>
      fed(number, entryOf(`e${number}`, "text", on(number))),
    );
    journal.say({ type: "begin", total: views.length });
    journal.say({ type: "views", views, through: 500 });
    const { loaded } = await reader.readiness();
    expect(loaded).toBeLessThan(views.length);
    journal.say({ type: "loaded", through: 500, unreadable: 0 });
    expect((await reader.find("text", {}, 0)).ids).toHaveLength(views.length);
  });

  test("views that cannot be read are left aside, told and counted, and the rest works", async () => {
    const journal = new HandFeed();
    const { reader } = unlocked(journal);
    const views = [
      fed(3, entryOf("good", "kettle")),
      { order: 2, id: entryId("newer"), view: new TextEncoder().encode('{"kind":"later"}') },
      { order: 1, id: entryId("bytes"), view: Uint8Array.of(255, 254) },
      { ...fed(4, entryOf("other", "kettle")), id: entryId("posing") },
    ];
    journal.say({ type: "begin", total: 4 });
    journal.say({ type: "views", views, through: 4 });
    journal.say({ type: "loaded", through: 4, unreadable: 2 });
    expect((await reader.find("kettle", {}, 4)).ids).toEqual(["good"]);
    expect(journal.refused).toEqual(["newer", "bytes", "posing"]);
    expect(await reader.readiness()).toEqual({
      loaded: 4,
      total: 4,
      searchReady: true,
      unreadable: 5,
    });
  });

  test("an older write that comes late changes nothing", async () => {
    const journal = new HandFeed();
    const { reader } = unlocked(journal);
    journal.say({ type: "views", views: [fed(9, entryOf("e", "newer words"))], through: 9 });
    journal.say({ type: "views", views: [fed(3, entryOf("e", "older words"))], through: 9 });
    journal.say({ type: "loaded", through: 9, unreadable: 0 });
    expect((await reader.find("older", {}, 9)).ids).toEqual([]);
  });
});

test("many changes are told once, and not at all after stopping", async () => {
  const journal = new MemoryJournal();
  const { reader, platform } = unlocked(journal);
  await reader.find("", {}, 0);
  platform.wait();
  let told = 0;
  const stop = await reader.subscribe(() => {
    told += 1;
  });
  for (let number = 0; number < 40; number += 1) journal.write(entryOf(`e${number}`, "text"));
  await reader.timeline({}, journal.mark);
  platform.wait();
  expect(told).toBe(1);
  stop();
  journal.write(entryOf("last", "text"));
  await reader.timeline({}, journal.mark);
  platform.wait();
  expect(told).toBe(1);
});

test("preferences are the journal's, or the defaults", async () => {
  const journal = new MemoryJournal();
  const { reader } = unlocked(journal);
  expect(await reader.preferences(0)).toMatchObject({ lockMinutes: 2, reminders: true });
  const chosen: Preferences = {
    kind: "preferences",
    id: preferencesId,
    lockMinutes: 10,
    reminders: false,
    createdAt: day(0),
    editedAt: day(0),
    deletedAt: null,
  };
  expect(await reader.preferences(journal.write(chosen))).toEqual(chosen);
});

test("completion counts what is in the journal, not in its bin", async () => {
  const journal = new MemoryJournal();
  const { reader } = unlocked(journal);
  journal.write(entryOf("a", "", { tags: ["Parking"], setting: "Elm ward", roles: ["Porter"] }));
  const mark = journal.write(entryOf("b", "", { tags: ["Pain"], deletedAt: day(1) }));
  await reader.timeline({}, mark);
  expect(await reader.complete("tags", "p")).toEqual(["Parking"]);
  expect(await reader.complete("setting", "elm")).toEqual(["Elm ward"]);
  expect(await reader.complete("roles", "")).toEqual(["Porter"]);
});

test("an import can be found again to be undone", async () => {
  const journal = new MemoryJournal();
  const { reader } = unlocked(journal);
  const origin = { type: "example" as const, batch: "b1" as BatchId };
  const mark = journal.write(entryOf("a", "", { origin }), entryOf("b", ""));
  expect(await reader.batches(mark)).toMatchObject([
    { batch: "b1", type: "example", entries: ["a"] },
  ]);
  expect((await reader.lines([entryId("a")], mark))[0]?.isExample).toBe(true);
});

describe("what keeps coming back", () => {
  test("a theme shows its present entries, newest first, each by a sentence of its own", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    journal.write(themeOf("t", ["p0", "p1", "p2", "p3", "gone"]));
    const mark = journal.write(entryOf("p3", parking[3] ?? "", { ...on(13), deletedAt: day(20) }));
    const view = await reader.theme("t" as ThemeId, mark);
    expect(view).toMatchObject({ size: 3, named: false, span: { first: day(10), last: day(12) } });
    expect(view?.members.map(({ line }) => line.id)).toEqual(["p2", "p1", "p0"]);
    expect(view?.terms.join(" ").toLowerCase()).toContain("parking");
    expect(view?.name.toLowerCase()).toContain("parking");
    for (const { line, sentence, range, shared } of view?.members ?? []) {
      const entry = await reader.entry(line.id, mark);
      expect(entry?.parts[0]?.text.slice(range.start, range.end)).toBe(sentence);
      expect(shared.map(({ start, end }) => sentence.slice(start, end).toLowerCase())).toContain(
        "parking",
      );
    }
  });

  test("a theme named by what its entries share keeps that name while all but one are in the bin", async () => {
    const journal = new MemoryJournal();
    const { reader } = unlocked(journal);
    const entries = ["a", "b"].map((id, at) =>
      entryOf(id, `No bladder scanner on the ward${at === 0 ? ", again" : " tonight"}.`, on(at)),
    );
    let mark = journal.write(...entries, themeOf("t", ["a", "b"]));
    const name = (await reader.themes(mark))[0]?.name;
    expect(name).toMatch(/bladder/i);
    const [first] = entries;
    if (!first) throw new Error("no entry");
    mark = journal.write({ ...first, deletedAt: day(5) });
    expect(await reader.themes(mark)).toMatchObject([{ name, size: 1 }]);
    expect((await reader.theme("t" as ThemeId, mark))?.name).toBe(name);
    mark = journal.write(first);
    expect(await reader.themes(mark)).toMatchObject([{ name, size: 2 }]);
  });

  test("a name that was given is kept; deleted themes are not listed, dismissed ones are marked", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const mark = journal.write(
      themeOf("named", ["p0", "p1"], { name: "Getting to work" }),
      themeOf("dismissed", ["p2"], { dismissedAt: day(30) }),
      themeOf("deleted", ["p3"], { deletedAt: day(30) }),
    );
    const lines = await reader.themes(mark);
    expect(lines.map(({ id, name, dismissed }) => [id, name, dismissed])).toMatchObject([
      ["dismissed", expect.any(String), true],
      ["named", "Getting to work", false],
    ]);
    expect(await reader.theme("deleted" as ThemeId, mark)).toBeNull();
    expect((await reader.themesOf(entryId("p0"), mark)).map(({ id }) => id)).toEqual(["named"]);
    expect(await reader.themesOf(entryId("p2"), mark)).toEqual([]);
  });

  test("what was said of entries is found by them, unless taken back", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const said = (id: string, deletedAt: Judgement["deletedAt"] = null): Judgement => ({
      kind: "judgement",
      id: id as JudgementId,
      entry: entryId("p1"),
      earlier: entryId("p0"),
      verdict: "same",
      createdAt: day(0),
      editedAt: day(0),
      deletedAt,
    });
    const mark = journal.write(said("kept"), said("back", day(1)), themeOf("t", ["p0"]));
    expect(await reader.linked([entryId("p0")], mark)).toMatchObject({
      themes: [{ id: "t" }],
      judgements: [{ id: "kept" }],
    });
    expect(await reader.linked([entryId("o0")], mark)).toEqual({ themes: [], judgements: [] });
  });

  test("four linked entries prompt once", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const theme = themeOf("t", ["p0", "p1", "p2", "p3"], { name: "Parking" });
    let mark = journal.write(theme);
    expect(await reader.prompt(day(14), mark)).toMatchObject({
      theme: "t",
      name: "Parking",
      first: day(10),
      last: day(13),
    });
    mark = journal.write({ ...theme, promptAnsweredAt: day(14) });
    expect(await reader.prompt(day(14), mark)).toBeNull();
    mark = journal.write({ ...theme, dismissedAt: day(14) });
    expect(await reader.prompt(day(14), mark)).toBeNull();
  });

  test("a prompt tells of the whole theme, as Themes does, however long ago it began", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    journal.write(entryOf("long", "Parking was full.", on(-200)));
    const mark = journal.write(themeOf("t", ["long", "p0", "p1", "p2", "p3"]));
    const [line] = await reader.themes(mark);
    const prompt = await reader.prompt(day(14), mark);
    expect(prompt?.entries).toHaveLength(line?.size ?? 0);
    expect(prompt).toMatchObject({ first: day(-200), last: day(13) });
  });

  test("an entry without a date counts in a theme, but never towards when or how often of late", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const undated = { happened: { at: day(12), precision: "unknown" as const } };
    journal.write(entryOf("p2", parking[2] ?? "", undated));
    const members = ["p0", "p1", "p2", "p3"];
    let mark = journal.write(themeOf("t", members, { name: "Parking" }));
    expect(await reader.prompt(day(14), mark)).toBeNull();
    expect(await reader.themes(mark)).toMatchObject([
      { size: 4, span: { first: day(10), last: day(13) } },
    ]);
    expect((await reader.timeline({ from: day(0) }, mark)).ids).not.toContain("p2");
    const all = await reader.timeline({}, mark);
    expect(all.at[all.ids.indexOf(entryId("p2"))]).toBeNull();
    for (const id of members) mark = journal.write(entryOf(id, "Parking was full.", undated));
    expect(await reader.themes(mark)).toMatchObject([{ size: 4, span: null }]);
    expect(await reader.prompt(day(14), mark)).toBeNull();
  });

  test("an import without dates prompts nothing, however alike its entries are", async () => {
    const journal = new MemoryJournal();
    const { reader } = unlocked(journal);
    const text = "The ECG machine has a flat battery again.";
    const imported = (precision: "day" | "unknown") =>
      [1, 2, 3, 4]
        .map((number) =>
          journal.write(entryOf(`e${number}`, text, { happened: { at: day(1), precision } })),
        )
        .at(-1) ?? 0;
    expect(await reader.prompt(day(2), imported("unknown"))).toBeNull();
    expect(await reader.prompt(day(2), imported("day"))).toMatchObject({ first: day(1) });
  });

  test("an explanation holds what the entries share, where, and which of them the person linked", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const mark = journal.write(saidSame("j1", "p0", "p1"));
    const why = await reader.explain(
      [entryId("p2"), entryId("p0"), entryId("p1"), entryId("gone")],
      mark,
    );
    expect(why.terms.map((term) => term.toLowerCase())).toContain("parking");
    expect(why.entries.map(({ line }) => line.id)).toEqual(["p2", "p1", "p0"]);
    for (const { line, sentence, shared } of why.entries) {
      expect(line.text).toContain(sentence);
      const marked = shared.map(({ start, end }) => sentence.slice(start, end).toLowerCase());
      expect(marked).toContain("parking");
    }
    const linked = (of: typeof why) =>
      of.entries.flatMap((each) => (each.isLinkedByPerson ? [each.line.id] : []));
    expect(linked(why)).toEqual(["p1", "p0"]);
    // Linked with something else only: not with another of these.
    expect(linked(await reader.explain([entryId("p0"), entryId("p2")], mark))).toEqual([]);
    const takenBack = journal.write(saidSame("j1", "p0", "p1", { deletedAt: day(30) }));
    expect(linked(await reader.explain([entryId("p0"), entryId("p1")], takenBack))).toEqual([]);
    const inTheme = journal.write(
      themeOf("t", [], {
        members: [
          { entry: entryId("p0"), how: "found", at: day(0) },
          { entry: entryId("p1"), how: "put-in", at: day(0) },
        ],
      }),
    );
    expect(linked(await reader.explain([entryId("p0"), entryId("p1")], inTheme))).toEqual(["p1"]);
    expect(await reader.explain([], inTheme)).toEqual({ terms: [], entries: [] });
  });

  test("a title is counted in this journal, since its first dated entry", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const mark = journal.write(themeOf("t", []));
    const { entries, first } = await reader.occurrences("Parking", mark);
    expect(entries).toEqual(["p3", "p2", "p1", "p0"]);
    expect(first).toBe(day(10));
    expect(await reader.occurrences("Helicopters", mark)).toEqual({ entries: [], first: null });
  });

  test("with reminders off the engine is not asked for any, and what is linked stays", async () => {
    const journal = parkingJournal();
    journal.write(themeOf("t", ["p0", "p1", "p2", "p3"]));
    const asked: string[] = [];
    const engine = createThemeEngine();
    const reader = createReader(
      journal,
      {
        ...engine,
        reminders: (id) => {
          asked.push("reminders");
          return engine.reminders(id);
        },
        prompts: (now, counts) => {
          asked.push("prompts");
          return engine.prompts(now, counts);
        },
      },
      testPlatform(),
    );
    const choose = (reminders: boolean) =>
      journal.write({
        kind: "preferences",
        id: preferencesId,
        lockMinutes: 2,
        reminders,
        createdAt: day(0),
        editedAt: day(20),
        deletedAt: null,
      } satisfies Preferences);
    const off = choose(false);
    journal.write(entryOf("now", "Parking was full again, late for the clinic.", on(20)));
    expect(await reader.reminders(entryId("now"), journal.mark)).toEqual([]);
    expect(await reader.prompt(day(21), off)).toBeNull();
    expect(asked).toEqual([]);
    expect(await reader.themes(off)).toHaveLength(1);
    const again = choose(true);
    expect(await reader.reminders(entryId("now"), again)).not.toEqual([]);
    expect(await reader.prompt(day(21), again)).not.toBeNull();
    expect(asked).toEqual(["reminders", "prompts"]);
  });

  test("a reminder is of something earlier, with the sentence it came by", async () => {
    const journal = parkingJournal();
    const { reader } = unlocked(journal);
    const mark = journal.write(
      entryOf("now", "Again no parking, late for the early clinic.", on(20)),
    );
    const reminders = await reader.reminders(entryId("now"), mark);
    expect(reminders.length).toBeGreaterThan(0);
    expect(reminders.length).toBeLessThanOrEqual(3);
    for (const { line, sentence } of reminders) {
      expect(line.id).toMatch(/^p/);
      expect(line.text).toContain(sentence);
    }
  });
});

test("an index stored in one session is taken up in the next, with what was written between", async () => {
  const journal = parkingJournal();
  const first = unlocked(journal);
  await first.reader.themes(0);
  await first.reader.find("parking", {}, 0);
  first.platform.wait();
  await first.platform.turn();
  expect([...journal.stored.keys()].sort()).toEqual(["search", "themes"]);
  journal.lock();
  journal.write(entryOf("between", "parking in the rain", on(30)));
  journal.purge(entryId("p0"));
  const second = unlocked(journal);
  expect((await second.reader.find("parking", {}, 0)).ids).toEqual(
    expect.arrayContaining(["between", "p1", "p2", "p3"]),
  );
  expect((await second.reader.find("hour", {}, 0)).ids).toEqual([]);
});
