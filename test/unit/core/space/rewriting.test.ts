import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import {
  noteRewritings,
  rewritten,
  type Sitting,
  sentenceMark,
  settle,
  writtenApart,
} from "#core/space/rewriting.ts";
import { type Rewriting, sharedProposalSchema } from "#core/space/SharedProposal.ts";

const amina = "a".repeat(43) as MemberId;
const bronwen = "b".repeat(43) as MemberId;
const cy = "c".repeat(43) as MemberId;
const problem = (text: string) => [{ id: "problem", label: "Problem", text }];
const base = "We ran out by Tuesday. Nobody knew whom to ask.";

/** What somebody leaves who begins at `before` and types their way through `texts`. */
function write(by: MemberId, before: string, ...texts: readonly string[]): readonly Rewriting[] {
  const sitting: Sitting = new Map();
  let rewritings: readonly Rewriting[] = [];
  let was = before;
  for (const text of texts) {
    rewritings = noteRewritings(rewritings, sitting, by, problem(was), problem(text));
    was = text;
  }
  return rewritings;
}

describe("sentences written apart", () => {
  it("are shown in both versions where both began from the same sentence, until they are settled", () => {
    const one = write(
      amina,
      base,
      base.replace("Tuesday", "Tues"),
      base.replace("Tuesday", "noon"),
    );
    const other = write(bronwen, base, base.replace("We ran", "The ward ran"));
    const both = [...one, ...other];
    const [apart, ...more] = writtenApart(both);
    expect(more).toEqual([]);
    expect(apart?.versions).toEqual(["The ward ran out by Tuesday.", "We ran out by noon."]);
    // Anybody can have put any entry there: what is shown names nobody.
    expect(JSON.stringify(apart)).not.toContain(amina);
    expect(apart && settle(both, apart)).toEqual([]);
  });

  it("no word stays that was taken out of the text: neither what stood there nor what somebody left", () => {
    const named = "Mrs Quince in bed 4 fell. Nobody came.";
    const out = named.replace("Mrs Quince in bed 4", "A patient");
    const taken = write(bronwen, named, out);
    expect(JSON.stringify(taken)).not.toMatch(/Quince|bed 4/);

    // Put in by one, taken out by another who read it, or with the whole text.
    const put = write(amina, out, named);
    expect(JSON.stringify(put)).toContain("Quince");
    for (const after of [problem(out), []]) {
      const left = noteRewritings(put, new Map(), bronwen, problem(named), after);
      expect(JSON.stringify(left)).not.toMatch(/Quince|bed 4/);
      // Who was away meanwhile and began from the same sentence is still noticed.
      const away = write(cy, out, out.replace("A patient", "Somebody"));
      expect(writtenApart([...left, ...away]).map(({ versions }) => versions)).toContainEqual([
        "",
        "Somebody fell.",
      ]);
    }
    // Two versions are both shown, so that both stay until somebody says it reads well.
    const apart = [...put, ...write(bronwen, out, out.replace("A patient", "Someone"))];
    const third = noteRewritings(apart, new Map(), cy, problem("One."), problem("Two."));
    expect(third).toEqual([...apart, expect.objectContaining({ by: cy, now: "Two." })]);
  });

  it("a mark confirms no guess: many other words have the same", () => {
    const marks = new Map<string, number>();
    for (let at = 0; at < 20_000; at += 1) {
      const mark = sentenceMark(`Mrs ${at.toString(36)} in bed 4 fell.`);
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    expect(marks.size).toBe(1024);
    expect(Math.min(...marks.values())).toBeGreaterThan(4);
  });

  it("what an earlier version of the app kept in words is dropped as it is read", () => {
    const old = { by: amina, part: "problem", was: "Mrs Quince fell.", now: "A patient fell." };
    const [kept] = write(amina, "One.", "One two.");
    const { rewritings } = sharedProposalSchema.entries;
    expect(v.parse(rewritings, [old, kept])).toEqual([kept]);
  });

  it("are not where each worded another sentence, or only added one", () => {
    const one = write(amina, base, base.replace("Tuesday", "noon"));
    const second = write(bronwen, base, base.replace("Nobody", "No one"));
    const added = write(bronwen, base, `${base} Families brought their own.`);
    expect(writtenApart([...one, ...second])).toEqual([]);
    expect(writtenApart([...one, ...added])).toEqual([]);
    expect(added).toEqual([]);
  });

  it("are not where the second had read what the first wrote", () => {
    const after = base.replace("Tuesday", "noon");
    const one = write(amina, base, after);
    const other = write(bronwen, after, after.replace("noon", "midday"));
    expect(writtenApart([...one, ...other])).toEqual([]);
  });

  it("a sitting begins again from what was read once somebody else's words came in", () => {
    const sitting: Sitting = new Map();
    const first = noteRewritings([], sitting, amina, problem("One."), problem("One two."));
    expect(first[0]).toMatchObject({ was: sentenceMark("One."), now: "One two." });
    const merged = "One two three.";
    const next = noteRewritings(first, sitting, amina, problem(merged), problem("One two four."));
    const was = sentenceMark(merged);
    expect(next).toEqual([{ by: amina, part: "problem", was, now: "One two four." }]);
  });

  it("a rewriting marks sentences of the one text and is a stretch of the other, whatever was written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const made = rewritten(before, after);
        if (made === null) return;
        const marks = sentencesOf(before).map(({ text }) => sentenceMark(text));
        expect(marks).toEqual(expect.arrayContaining(made.was.split(" ")));
        expect(after).toContain(made.now);
      }),
    );
  });
});
