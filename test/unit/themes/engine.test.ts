import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createThemeEngine,
  type EngineEntry,
  type ThemeEngine,
} from "#themes/createThemeEngine.ts";
import {
  answersOf,
  asEntries,
  day,
  entry,
  entryId,
  everyEntry,
  journal,
  judgement,
  onDay,
  theme,
  wardYear,
} from "./writers.ts";

const engineOf = (entries: readonly EngineEntry[]): ThemeEngine => {
  const engine = createThemeEngine();
  for (const one of entries) engine.put(one);
  return engine;
};
const remindedOf = (engine: ThemeEngine, name: number | string) =>
  engine.reminders(entryId(name)).map((reminder) => reminder.entry);

describe("reminders", () => {
  it("name the earlier entries on the same thing, in whatever words of the trade it was put", () => {
    const engine = engineOf(wardYear);
    expect(remindedOf(engine, 3)[0]).toBe(entryId(1));
    expect(remindedOf(engine, 7)[0]).toBe(entryId(5));
    expect(remindedOf(engine, 9)).toEqual(expect.arrayContaining([entryId(6), entryId(1)]));
  });

  it("stay away where nothing written before is like it", () => {
    const engine = engineOf(wardYear);
    expect(remindedOf(engine, 0)).toEqual([]);
    expect(remindedOf(engine, 8)).toEqual([]);
    expect(remindedOf(engine, "unknown")).toEqual([]);
  });

  it("never name the entry itself or one of more than two weeks later, and never more than three", () => {
    fc.assert(
      fc.property(journal, (written) => {
        const entries = asEntries(written);
        const engine = engineOf(entries);
        const at = new Map(entries.map((one) => [one.id, one.at]));
        for (const one of entries) {
          const reminders = engine.reminders(one.id);
          expect(reminders.length).toBeLessThanOrEqual(3);
          for (const reminder of reminders) {
            expect(reminder.entry).not.toBe(one.id);
            expect(at.get(reminder.entry)).toBeLessThanOrEqual(one.at + 14 * day);
            expect(reminder.terms.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it("come for what is written up days after it happened", () => {
    const engine = engineOf([
      entry(1, 10, "No bladder scanner on the ward again, rang three wards for the scanner."),
      entry(2, 10.2, "The bladder scanner was gone, found it behind the linen."),
      entry(3, 8, "Again no bladder scanner, and nobody knew who has the scanner."),
    ]);
    expect(remindedOf(engine, 3)).toContain(entryId(1));
  });

  it("never name an entry that the person said is different, nor anything of a theme with it", () => {
    const engine = engineOf(wardYear);
    const themesFor = () => engine.reminders(entryId(6)).map((reminder) => reminder.theme);
    engine.putTheme(theme("t", [entryId(1), entryId(3)]));
    expect(themesFor()).toContain("t");
    const different = judgement(1, entryId(6), entryId(1), "different");
    engine.putJudgement(different);
    expect(themesFor()).not.toContain("t");
    expect(remindedOf(engine, 6)).not.toContain(entryId(3));
    engine.dropJudgement(different.id);
    expect(themesFor()).toContain("t");
  });

  it("name a theme once, through its most fitting entry", () => {
    const engine = engineOf(wardYear);
    engine.putTheme(theme("t", [entryId(1), entryId(3), entryId(6)]));
    const reminders = engine.reminders(entryId(9));
    expect(reminders.filter((reminder) => reminder.theme === "t")).toHaveLength(1);
    expect(new Set(reminders.map((reminder) => reminder.entry)).size).toBe(reminders.length);
  });

  it("never name a theme that the entry is in, was taken out of, or that was dismissed", () => {
    const engine = engineOf(wardYear);
    const whole = theme("t", [entryId(1), entryId(3), entryId(6)]);
    engine.putTheme({
      ...whole,
      members: [...whole.members, { entry: entryId(9), how: "said", at: onDay(0) }],
    });
    expect(remindedOf(engine, 9)).toEqual([]);
    engine.putTheme({ ...whole, takenOut: [entryId(9)] });
    expect(remindedOf(engine, 9)).toEqual([]);
    engine.putTheme({ ...whole, dismissedAt: onDay(1) });
    expect(remindedOf(engine, 9)).toEqual([]);
    engine.dropTheme(whole.id);
    expect(remindedOf(engine, 9).length).toBeGreaterThan(0);
  });

  it("grow likelier with what the person linked", () => {
    const engine = engineOf(wardYear);
    const before = engine.reminders(entryId(9))[0]?.chance ?? 0;
    engine.putTheme(theme("t", [entryId(1), entryId(3), entryId(6)]));
    const after = engine.reminders(entryId(9))[0]?.chance ?? 0;
    expect(after).toBeGreaterThan(before);
  });

  it("never rest on one common word alone, but may on a rare one", () => {
    const engine = engineOf([
      entry("a", 1, "A good day."),
      entry("b", 2, "What a day."),
      entry("c", 3, "Phlebotomy did not come."),
      entry("d", 4, "Where is phlebotomy?"),
    ]);
    expect(remindedOf(engine, "b")).toEqual([]);
    expect(remindedOf(engine, "d")).toEqual([entryId("c")]);
  });

  it("are judged by what the writer's own are usually worth, from one session to the next", () => {
    const alike = (number: number) =>
      entry(number, number, `Waiting for discharge medicines, pharmacy rang about line ${number}.`);
    const engine = createThemeEngine();
    let asked = 0;
    for (let number = 0; number < 30; number += 1) {
      engine.put(alike(number));
      if (engine.reminders(entryId(number)).length > 0) asked += 1;
    }
    expect(asked).toBeGreaterThan(0);
    const restored = createThemeEngine();
    restored.load(engine.changed().segments.map((segment) => segment.bytes));
    for (const each of [
      alike(30),
      entry("less", 31, "Pharmacy has a new window for discharge papers."),
    ]) {
      engine.put(each);
      restored.put(each);
      expect(restored.reminders(each.id)).toEqual(engine.reminders(each.id));
    }
    expect(remindedOf(restored, "less")).toEqual([]);
    const fresh = engineOf([...Array(30).keys()].map(alike));
    fresh.put(entry("less", 31, "Pharmacy has a new window for discharge papers."));
    expect(remindedOf(fresh, "less").length).toBeGreaterThan(0);
  });

  it("count the writer's own tags, but never rest on a tag alone", () => {
    const engine = engineOf(wardYear);
    engine.put({ ...entry("a", 60, "A hard afternoon in pharmacy."), tags: ["Flow"] });
    engine.put({ ...entry("b", 61, "Pharmacy once more."), tags: ["flow"] });
    expect(remindedOf(engine, "b")[0]).toBe(entryId("a"));
    expect(engine.terms([entryId("a"), entryId("b")]).map((term) => term.shown)).toEqual([
      "pharmacy",
    ]);
    engine.put({ ...entry("c", 62, "Quiet."), tags: ["flow"] });
    expect(remindedOf(engine, "c")).toEqual([]);
  });
});

describe("the engine", () => {
  const links = fc.array(fc.record({ one: fc.nat(13), other: fc.nat(13), same: fc.boolean() }), {
    maxLength: 6,
  });
  const tell = (
    engine: ThemeEngine,
    entries: readonly EngineEntry[],
    said: readonly { one: number; other: number; same: boolean }[],
  ) => {
    said.forEach(({ one, other, same }, index) => {
      const a = entries[one % entries.length]?.id ?? entryId(0);
      const b = entries[other % entries.length]?.id ?? entryId(0);
      if (a === b) return;
      engine.putJudgement(judgement(index, a, b, same ? "same" : "different"));
      if (same) engine.putTheme(theme(`t${index}`, [a, b]));
    });
  };

  it("answers the same whatever the order in which entries and taps arrive", () => {
    fc.assert(
      fc.property(
        journal.chain((written) =>
          fc.tuple(
            fc.constant(written),
            fc.shuffledSubarray(written, { minLength: written.length }),
          ),
        ),
        links,
        ([written, shuffled], said) => {
          const entries = asEntries(written);
          const one = engineOf(entries);
          tell(one, entries, said);
          const other = createThemeEngine();
          tell(other, entries, said);
          for (const each of asEntries(shuffled)) other.put(each);
          expect(answersOf(other, entries)).toEqual(answersOf(one, entries));
        },
      ),
    );
  });

  it("answers after dropping and putting back as if nothing had happened", () => {
    fc.assert(
      fc.property(journal, links, fc.nat(13), (written, said, which) => {
        const entries = asEntries(written);
        const engine = engineOf(entries);
        tell(engine, entries, said);
        const before = answersOf(engine, entries);
        const gone = entries[which % entries.length];
        if (gone === undefined) return;
        engine.put({ ...gone, text: "something else entirely" });
        engine.drop(gone.id);
        expect(engine.has(gone.id)).toBe(false);
        engine.put(gone);
        expect(answersOf(engine, entries)).toEqual(before);
      }),
    );
  });

  it("answers from what was kept as from the writing itself", () => {
    fc.assert(
      fc.property(journal, links, (written, said) => {
        const entries = asEntries(written);
        const engine = engineOf(entries);
        tell(engine, entries, said);
        const { segments, count } = engine.changed();
        expect(segments).toHaveLength(count);
        const restored = createThemeEngine();
        expect(restored.load(segments.map((segment) => segment.bytes))).toBe(true);
        tell(restored, entries, said);
        expect([...restored.ids()].sort()).toEqual([...engine.ids()].sort());
        expect(restored.changed().segments).toEqual([]);
        expect(answersOf(restored, entries)).toEqual(answersOf(engine, entries));
      }),
    );
  });

  it("stores one segment for one change, however much was written", () => {
    const engine = createThemeEngine();
    for (let number = 0; number < 500; number += 1) {
      engine.put(entry(number, number, `Entry ${number} about pharmacy and parking.`));
    }
    const first = engine.changed();
    expect(first.segments).toHaveLength(first.count);
    expect(engine.changed().segments).toEqual([]);
    engine.put(entry("new", 501, "One more about parking."));
    const second = engine.changed();
    expect(second.segments).toHaveLength(1);
    engine.drop(entryId(3));
    engine.put(entry("in its place", 502, "And another."));
    expect(engine.changed().segments).toHaveLength(1);
    const all = new Map(first.segments.map((segment) => [segment.number, segment.bytes]));
    for (const segment of second.segments) all.set(segment.number, segment.bytes);
    const restored = createThemeEngine();
    expect(
      restored.load([...all.entries()].sort((a, b) => a[0] - b[0]).map((each) => each[1])),
    ).toBe(true);
    expect(restored.has(entryId("new"))).toBe(true);
  });

  it("refuses damaged or foreign segments and is then empty", () => {
    const engine = engineOf(wardYear);
    const bytes = engine.changed().segments.map((segment) => segment.bytes);
    const whole = bytes[0] ?? new Uint8Array();
    const other = new TextEncoder();
    for (const damaged of [
      new Uint8Array(),
      whole.slice(0, -3),
      Uint8Array.from([0xff, 0xfe, 1]),
      other.encode("[]"),
      other.encode('["themes 0",[],[]]'),
      other.encode('["themes 1",["a"],[]]'),
      other.encode('["themes 1",["a","a"],[["e1",5,[7,1]]]]'),
      other.encode('["themes 1",["a","a"],[["e1",5,[0,-1]]]]'),
      other.encode('["themes 1",["a","a"],[["e1","5",[0,1]]]]'),
    ]) {
      const fresh = createThemeEngine();
      expect(fresh.load([whole, damaged])).toBe(false);
      expect([...fresh.ids()]).toEqual([]);
    }
  });
});

describe("prompts", () => {
  const four = [entryId(1), entryId(3), entryId(6), entryId(9)];

  it("appear with the fourth linked entry within 90 days, not with the third", () => {
    const engine = engineOf(wardYear);
    engine.putTheme(theme("t", four.slice(0, 3)));
    expect(engine.prompts(onDay(60), everyEntry)).toEqual([]);
    engine.putTheme(theme("t", four));
    const [prompt] = engine.prompts(onDay(60), everyEntry);
    expect(prompt?.theme).toBe("t");
    expect(prompt?.entries).toEqual(four);
    expect(prompt?.terms[0]?.shown).toBe("pharmacy");
  });

  it("need the four within 90 days", () => {
    const engine = engineOf(wardYear);
    engine.put(entry(9, 92, "TTO late, pharmacy shut."));
    engine.putTheme(theme("t", four));
    expect(engine.prompts(onDay(100), everyEntry)[0]?.entries).toEqual(four);
    engine.put(entry(9, 91.1 + 3, "TTO late, pharmacy shut."));
    expect(engine.prompts(onDay(100), everyEntry)).toEqual([]);
  });

  it("are never made of a dismissed theme", () => {
    const engine = engineOf(wardYear);
    engine.putTheme({ ...theme("t", four), dismissedAt: onDay(1) });
    expect(engine.prompts(onDay(60), everyEntry)).toEqual([]);
  });

  it("are made only of entries that count, such as those with a date", () => {
    const engine = engineOf(wardYear);
    engine.putTheme(theme("t", four));
    expect(engine.prompts(onDay(60), (id) => id !== four[1])).toEqual([]);
  });

  it("come without any tap only where entries hardly differ, and only lately", () => {
    const engine = createThemeEngine();
    for (const number of [1, 2, 3, 4]) {
      engine.put(
        entry(number, number * 7, `ECG machine on bay ${number} has a flat battery again.`),
      );
    }
    expect(engine.prompts(onDay(40), everyEntry)[0]?.entries).toHaveLength(4);
    expect(engine.prompts(onDay(200), everyEntry)).toEqual([]);
    expect(engineOf(wardYear).prompts(onDay(60), everyEntry)).toEqual([]);
  });

  it("are never made without a shared word, whoever linked the entries", () => {
    const word = fc
      .integer({ min: 0, max: 25 ** 4 - 1 })
      .map((n) =>
        [...n.toString(25).padStart(4, "0")]
          .map((digit) => "bcdfghjklmnpqrstvwxyzäöüß"[Number.parseInt(digit, 25)])
          .join(""),
      );
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 12, maxLength: 12 }), (words) => {
        const engine = createThemeEngine();
        const ids = [0, 1, 2, 3].map((number) => {
          engine.put(entry(number, number, words.slice(number * 3, number * 3 + 3).join(" ")));
          return entryId(number);
        });
        engine.putTheme(theme("t", ids));
        for (const prompt of engine.prompts(onDay(10), everyEntry))
          expect(prompt.terms).not.toEqual([]);
        expect(engine.threads()).toEqual([]);
        expect(ids.flatMap((id) => engine.reminders(id))).toEqual([]);
      }),
    );
  });
});

describe("threads", () => {
  it("gather loosely what nobody linked, and nothing of any theme", () => {
    const engine = engineOf(wardYear);
    const [thread] = engine.threads();
    expect(thread?.entries).toEqual(expect.arrayContaining([entryId(1), entryId(3), entryId(6)]));
    engine.putTheme({ ...theme("t", [entryId(1)]), dismissedAt: onDay(1) });
    expect(engine.threads().flatMap((each) => each.entries)).not.toContain(entryId(1));
  });

  it("never hold two entries that the person said differ", () => {
    const engine = engineOf(wardYear);
    engine.putJudgement(judgement(1, entryId(1), entryId(6), "different"));
    for (const thread of engine.threads()) {
      const both = [entryId(1), entryId(6)].filter((id) => thread.entries.includes(id));
      expect(both.length).toBeLessThan(2);
    }
  });
});

describe("awkward writing", () => {
  it.each([
    ["empty", ""],
    ["one word", "Pharmacy"],
    ["only emoji", "🙂🙃👩🏽‍⚕️🎉".repeat(50)],
    [
      "another language",
      "薬が遅れて退院が夕方になった。 Les médicaments de sortie étaient en retard.",
    ],
    ["100,000 characters", "pharmacy was late again and the discharge slipped ".repeat(2000)],
    ["100,000 characters without a space", "x".repeat(100_000)],
    [
      "one endless line of different words",
      Array.from({ length: 12_000 }, (_, n) => `w${n}x`).join(" "),
    ],
    ["lone surrogates and controls", "\ud800 pharmacy \udfff \u0000 \u202e late"],
  ])("is read like any other: %s", (_, written) => {
    const engine = engineOf(wardYear);
    engine.put(entry("odd", 70, written));
    expect(engine.reminders(entryId("odd")).length).toBeLessThanOrEqual(3);
    engine.put(entry("copy", 71, written));
    engine.reminders(entryId("copy"));
    engine.excerpt(written, engine.terms([entryId("odd"), entryId("copy")]));
    const segments = engine.changed().segments.map((segment) => segment.bytes);
    expect(createThemeEngine().load(segments)).toBe(true);
  });

  it("copes with the same entry five hundred times", () => {
    const engine = createThemeEngine();
    for (let number = 0; number < 500; number += 1) {
      engine.put(entry(number, number / 24, "Waiting for discharge medicines again."));
    }
    expect(engine.reminders(entryId(499))).toHaveLength(3);
    expect(engine.prompts(onDay(21), everyEntry).length).toBeGreaterThan(0);
    expect(engine.threads().length).toBeGreaterThan(0);
  });

  it("copes with times far away, and reads a Japanese text by words", () => {
    const engine = engineOf(wardYear);
    engine.put({ ...entry("old", 0, "TTOs late, pharmacy."), at: onDay(-20_000) });
    engine.put({ ...entry("new", 0, "TTOs late, pharmacy."), at: onDay(1_000_000) });
    expect(remindedOf(engine, "old")).toEqual([]);
    expect(remindedOf(engine, "new")).toContain(entryId("old"));
    engine.put(entry("j1", 80, "退院の薬が遅れた"));
    engine.put(entry("j2", 81, "また退院の薬を待つ"));
    expect(remindedOf(engine, "j2")[0]).toBe(entryId("j1"));
    expect(onDay(1) - onDay(0)).toBe(day);
  });
});
