import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import {
  answerPrompt,
  dismissTheme,
  putIn,
  renameTheme,
  takeOut,
  undismissTheme,
} from "#core/theme/changeTheme.ts";
import { joinThemes } from "#core/theme/joinThemes.ts";
import type { Linked } from "#core/theme/Linked.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import { sayDifferent } from "#core/theme/sayDifferent.ts";
import { sayTheSame } from "#core/theme/sayTheSame.ts";
import { splitTheme } from "#core/theme/splitTheme.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { changing, type ThemeDecision } from "#core/theme/ThemeDecision.ts";
import { undoDecision } from "#core/theme/undoDecision.ts";

const e = (n: number | string) => `e${n}` as EntryId;
const at = (n: number) => instant(1_700_000_000_000 + n);
const theme = (id: string, entries: readonly EntryId[], time = 0): Theme =>
  makeTheme({ id: id as ThemeId, entries, how: "said", at: at(time) });
const entriesOf = (one: Theme | undefined) => one?.members.map((member) => member.entry).sort();
const none: Linked = { themes: [], judgements: [] };

let next = 0;
const saying = (entry: EntryId, earlier: EntryId, time = 10) => {
  next += 1;
  return {
    entry,
    earlier,
    at: at(time),
    judgement: `j${next}` as JudgementId,
    newTheme: `t${next}` as ThemeId,
  };
};

/** The records of a journal after a decision was saved. */
const keptIn = (records: Linked, decision: ThemeDecision): Linked => {
  const put = <R extends { readonly id: string }>(
    all: readonly R[],
    changed: readonly R[],
  ): R[] => [
    ...all.filter((record) => !changed.some((newer) => newer.id === record.id)),
    ...changed,
  ];
  return {
    themes: put(records.themes, decision.themes),
    judgements: put(records.judgements, decision.judgements),
  };
};
const living = (records: Linked): Linked => ({
  themes: records.themes.filter((one) => one.deletedAt === null),
  judgements: records.judgements.filter((one) => one.deletedAt === null),
});
/** What a person can see of the records: times of editing left out, order left out. */
const seen = (records: Linked) => ({
  themes: living(records)
    .themes.map(({ editedAt: _, members, takenOut, ...rest }) => ({
      ...rest,
      members: [...members].sort((a, b) => (a.entry < b.entry ? -1 : 1)),
      takenOut: [...takenOut].sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  judgements: living(records)
    .judgements.map(({ editedAt: _, ...rest }) => rest)
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe("saying the same thing", () => {
  it("makes a theme of two entries that are in none", () => {
    const decision = sayTheSame(saying(e(2), e(1)), none);
    expect(decision.themes).toHaveLength(1);
    expect(entriesOf(decision.themes[0])).toEqual([e(1), e(2)]);
    expect(decision.before).toEqual([]);
    expect(decision.judgements).toMatchObject([{ entry: e(2), earlier: e(1), verdict: "same" }]);
  });

  it("joins the theme of the earlier entry, or brings the earlier entry into one's own", () => {
    const one = theme("a", [e(1), e(2)]);
    const joined = sayTheSame(saying(e(3), e(1)), { themes: [one], judgements: [] });
    expect(entriesOf(joined.themes[0])).toEqual([e(1), e(2), e(3)]);
    const brought = sayTheSame(saying(e(1), e(3)), { themes: [one], judgements: [] });
    expect(entriesOf(brought.themes[0])).toEqual([e(1), e(2), e(3)]);
    expect(brought.themes[0]?.id).toBe("a");
  });

  it("makes one theme of two, under the name that the person gave, and deletes the other", () => {
    const old = theme("a", [e(1), e(2)]);
    const named = renameTheme(theme("b", [e(3), e(4)], 5), " Parking ", at(6));
    const decision = sayTheSame(saying(e(1), e(3)), { themes: [old, named], judgements: [] });
    expect(decision.themes.map((one) => [one.id, one.name, one.deletedAt === null])).toEqual([
      ["b", "Parking", true],
      ["a", "", false],
    ]);
    expect(entriesOf(decision.themes[0])).toEqual([e(1), e(2), e(3), e(4)]);
  });

  it("changes no theme where both are in it already, and still remembers the word", () => {
    const one = theme("a", [e(1), e(2)]);
    const decision = sayTheSame(saying(e(2), e(1)), { themes: [one], judgements: [] });
    expect(decision.themes).toEqual([]);
    expect(decision.judgements).toHaveLength(1);
  });

  it("leaves dismissed themes alone", () => {
    const gone = dismissTheme(theme("a", [e(1), e(2)]), at(1));
    const decision = sayTheSame(saying(e(3), e(1)), { themes: [gone], judgements: [] });
    expect(decision.before).toEqual([]);
    expect(entriesOf(decision.themes[0])).toEqual([e(1), e(3)]);
  });

  it("means the theme that the reminder stood for, where an entry is in several", () => {
    const big = theme("a", [e(1), e(2), e(3)]);
    const small = theme("b", [e(1), e(4)]);
    const both = { themes: [big, small], judgements: [] };
    expect(sayTheSame(saying(e(9), e(1)), both).themes[0]?.id).toBe("a");
    expect(sayTheSame({ ...saying(e(9), e(1)), theme: small.id }, both).themes[0]?.id).toBe("b");
  });

  it("brings back an entry that had been taken out", () => {
    const one = takeOut(theme("a", [e(1), e(2), e(3)]), e(3), at(1));
    const decision = sayTheSame(saying(e(3), e(1)), { themes: [one], judgements: [] });
    expect(decision.themes[0]?.takenOut).toEqual([]);
    expect(entriesOf(decision.themes[0])).toEqual([e(1), e(2), e(3)]);
  });

  it("replaces what was said of the same pair before, either way round", () => {
    const first = sayDifferent(saying(e(1), e(2)), none);
    const decision = sayTheSame(saying(e(2), e(1)), keptIn(none, first));
    const left = living(keptIn(keptIn(none, first), decision)).judgements;
    expect(left.map((one) => one.verdict)).toEqual(["same"]);
  });

  it("ends in the same groups in whatever order and direction the pairs are said", () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(8), fc.nat(8)).filter(([a, b]) => a !== b),
      {
        minLength: 1,
        maxLength: 12,
        selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
      },
    );
    const groups = (said: readonly (readonly [number, number])[]) => {
      let records: Linked = none;
      said.forEach(([a, b], time) => {
        records = keptIn(records, sayTheSame(saying(e(a), e(b), time), living(records)));
      });
      return living(records)
        .themes.map((one) => entriesOf(one)?.join(" ") ?? "")
        .sort();
    };
    fc.assert(
      fc.property(
        pairs.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled, turned]) => {
          const other = shuffled.map(([a, b], index) =>
            turned[index] ? ([b, a] as const) : ([a, b] as const),
          );
          expect(groups(other)).toEqual(groups(all));
        },
      ),
    );
  });
});

describe("saying not the same", () => {
  it("is remembered and changes no theme that does not hold both", () => {
    const one = theme("a", [e(1), e(2)]);
    const decision = sayDifferent(saying(e(3), e(1)), { themes: [one], judgements: [] });
    expect(decision.themes).toEqual([]);
    expect(decision.judgements).toMatchObject([{ verdict: "different" }]);
  });

  it("takes the entry out of a theme that holds both", () => {
    const one = theme("a", [e(1), e(2), e(3)]);
    const decision = sayDifferent(saying(e(3), e(1)), { themes: [one], judgements: [] });
    expect(entriesOf(decision.themes[0])).toEqual([e(1), e(2)]);
    expect(decision.themes[0]?.takenOut).toEqual([e(3)]);
  });
});

describe("changing a theme", () => {
  const one = theme("a", [e(1), e(2), e(3), e(4)]);

  it("never holds an entry that it also keeps out", () => {
    const out = takeOut(one, e(2), at(1));
    expect(entriesOf(out)).toEqual([e(1), e(3), e(4)]);
    expect(out.takenOut).toEqual([e(2)]);
    const back = putIn(out, e(2), at(2));
    expect(back.takenOut).toEqual([]);
    expect(back.members.at(-1)).toEqual({ entry: e(2), how: "put-in", at: at(2) });
  });

  it("is deleted when its last entry is taken out", () => {
    const single = theme("s", [e(1)]);
    expect(takeOut(single, e(1), at(3)).deletedAt).toBe(at(3));
    expect(takeOut(one, e(1), at(3)).deletedAt).toBeNull();
  });

  it("does nothing when told what it already knows", () => {
    expect(takeOut(one, e(9), at(1))).toBe(one);
    expect(putIn(one, e(1), at(1))).toBe(one);
  });

  it("is dismissed and brought back, and its prompt answered once", () => {
    const gone = dismissTheme(one, at(5));
    expect(gone.dismissedAt).toBe(at(5));
    expect(undismissTheme(gone, at(6)).dismissedAt).toBeNull();
    expect(answerPrompt(one, at(7)).promptAnsweredAt).toBe(at(7));
  });

  it("made from a prompt counts as answered, and names each entry once", () => {
    const made = makeTheme({
      id: "p" as ThemeId,
      entries: [e(1), e(1), e(2)],
      how: "found",
      at: at(1),
    });
    expect(made.promptAnsweredAt).toBe(at(1));
    expect(entriesOf(made)).toEqual([e(1), e(2)]);
  });

  it("splits so that neither half asks for the other's entries", () => {
    const decision = splitTheme(one, [e(1), e(2)], "n" as ThemeId, at(9));
    expect(decision.themes.map((half) => entriesOf(half))).toEqual([
      [e(3), e(4)],
      [e(1), e(2)],
    ]);
    expect(decision.themes.map((half) => half.takenOut)).toEqual([
      [e(1), e(2)],
      [e(3), e(4)],
    ]);
    expect(splitTheme(one, [], "n" as ThemeId, at(9)).themes).toEqual([]);
    expect(splitTheme(one, [e(1), e(2), e(3), e(4)], "n" as ThemeId, at(9)).themes).toEqual([]);
  });

  it("joins to the same theme whichever is named first, and with itself not at all", () => {
    const other = takeOut(theme("b", [e(5), e(6), e(1)], 3), e(6), at(4));
    expect(seen(keptIn(none, joinThemes(one, other, at(8))))).toEqual(
      seen(keptIn(none, joinThemes(other, one, at(8)))),
    );
    expect(joinThemes(one, one, at(8)).themes).toEqual([]);
  });
});

describe("undoing", () => {
  type Act = (records: Linked, time: number) => ThemeDecision;
  const pair = fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a !== b);
  const single =
    (change: (one: Theme, time: number) => Theme): Act =>
    (records, time) => {
      const first = living(records).themes[0];
      return first === undefined ? changing([]) : changing([change(first, time)], [first]);
    };
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 4,
      arbitrary: pair.map(
        ([a, b]): Act =>
          (records, time) =>
            sayTheSame(saying(e(a), e(b), time), living(records)),
      ),
    },
    pair.map(
      ([a, b]): Act =>
        (records, time) =>
          sayDifferent(saying(e(a), e(b), time), living(records)),
    ),
    fc.nat(5).map((n) => single((one, time) => takeOut(one, e(n), at(time)))),
    fc.nat(5).map((n) => single((one, time) => putIn(one, e(n), at(time)))),
    fc.constant(single((one, time) => dismissTheme(one, at(time)))),
    fc.constant<Act>((records, time) => {
      const [a, b] = living(records).themes;
      return a !== undefined && b !== undefined ? joinThemes(a, b, at(time)) : changing([]);
    }),
    pair.map(
      ([a, b]): Act =>
        (records, time) => {
          const first = living(records).themes[0];
          next += 1;
          return first === undefined
            ? changing([])
            : splitTheme(first, [e(a), e(b)], `s${next}` as ThemeId, at(time));
        },
    ),
  );

  it("of any act, at once, leaves everything as it was; and undoing that brings it back", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), act, (history, last) => {
        let records: Linked = none;
        history.forEach((one, time) => {
          records = keptIn(records, one(records, time));
        });
        const decision = last(records, 100);
        const done = keptIn(records, decision);
        const undo = undoDecision(decision, done, at(200));
        const undone = keptIn(done, undo);
        expect(seen(undone)).toEqual(seen(records));
        const redone = keptIn(undone, undoDecision(undo, undone, at(300)));
        expect(seen(redone)).toEqual(seen(done));
      }),
    );
  });

  it("leaves what was done to the theme in between", () => {
    const one = theme("a", [e(1), e(2)]);
    const decision = sayTheSame(saying(e(3), e(1)), { themes: [one], judgements: [] });
    const now = keptIn(none, decision);
    const renamed = now.themes.map((each) =>
      putIn(renameTheme(each, "Bleep", at(20)), e(4), at(20)),
    );
    const undone = undoDecision(decision, { ...now, themes: renamed }, at(30));
    expect(undone.themes[0]?.name).toBe("Bleep");
    expect(entriesOf(undone.themes[0])).toEqual([e(1), e(2), e(4)]);
    expect(undone.judgements.every((one: Judgement) => one.deletedAt !== null)).toBe(true);
  });
});
