import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import { changedSentences, noteRewritings, sentenceMark, settle } from "#core/space/rewriting.ts";
import { type Rewriting, sharedProposalSchema } from "#core/space/SharedProposal.ts";
import { putInPlace } from "#core/space/sentencesWithin.ts";
import { writtenApart } from "#core/space/writtenApart.ts";

const amina = "a".repeat(43) as MemberId;
const bronwen = "b".repeat(43) as MemberId;
const cy = "c".repeat(43) as MemberId;
const problem = (text: string) => [{ id: "problem", label: "Problem", text }];
const base = "We ran out by Tuesday. Nobody knew whom to ask.";

/** What somebody leaves who begins at `before` and types their way through `texts`. */
function write(by: MemberId, before: string, ...texts: readonly string[]): readonly Rewriting[] {
  let rewritings: readonly Rewriting[] = [];
  let was = before;
  for (const text of texts) {
    rewritings = noteRewritings(rewritings, by, problem(was), problem(text));
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
    const [apart, ...more] = writtenApart(both, problem("We ran out. Nobody came."));
    expect(more).toEqual([]);
    expect(apart?.versions).toEqual(["The ward ran out by Tuesday.", "We ran out by noon."]);
    // Anybody can have put any entry there: what is shown names nobody.
    expect(JSON.stringify(apart)).not.toContain(amina);
    const settled =
      apart === undefined ? both : settle(both, cy, apart, "The ward ran out by noon.");
    expect(writtenApart(settled, [])).toEqual([]);
    expect(settled.filter(({ by }) => by !== cy).map(({ now }) => now)).toEqual(["", ""]);
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
      const left = noteRewritings(put, bronwen, problem(named), after);
      expect(JSON.stringify(left)).not.toMatch(/Quince|bed 4/);
      // Who was away meanwhile and began from the same sentence is still noticed.
      const away = write(cy, out, out.replace("A patient", "Somebody"));
      const shown = writtenApart([...left, ...away], after).map(({ versions }) => versions);
      expect(shown).toEqual([expect.arrayContaining(["Somebody fell."])]);
    }
    // Two versions are both shown, so that both stay until somebody says it reads well.
    const apart = [...put, ...write(bronwen, out, out.replace("A patient", "Someone"))];
    const third = noteRewritings(apart, cy, problem("One."), problem("Two."));
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
    expect(writtenApart([...one, ...second], [])).toEqual([]);
    expect(writtenApart([...one, ...added], [])).toEqual([]);
  });

  it("are not where the second had read what the first wrote, however often each goes on", () => {
    let all: readonly Rewriting[] = [];
    let was = base;
    for (const [by, text] of [
      [amina, base.replace("Tuesday", "noon")],
      [bronwen, base.replace("Tuesday", "midday")],
      [amina, base.replace("Tuesday", "twelve")],
      [cy, base],
      [amina, base.replace("Tuesday", "noon")],
    ] as const) {
      all = noteRewritings(all, by, problem(was), problem(text));
      was = text;
      expect(writtenApart(all, problem(text))).toEqual([]);
    }
  });

  it("are shown where both wrote the same and it stands there twice, and not where it stands once", () => {
    const said = "We ran out by noon.";
    const both = [...write(amina, "Out.", said), ...write(bronwen, "Out.", said)];
    expect(writtenApart(both, problem(said))).toEqual([]);
    const twice = writtenApart(both, problem(`${said} ${said}`));
    expect(twice.map(({ versions }) => versions)).toEqual([[said]]);
    expect(putInPlace(`One. ${said} ${said} Two.`, [said], said)).toBe(`One. ${said} Two.`);
  });

  it("are not where one holds what the other says and stands there once: one person kept both while another chose", () => {
    const one = write(amina, "Fans.", "Fans in June.");
    const both = write(bronwen, "Fans.", "Fans in June. Fans in May.");
    const all = [...one, ...both];
    expect(writtenApart(all, problem("Fans in June. Fans in May."))).toEqual([]);
    const twice = writtenApart(all, problem("Fans in June. Fans in June. Fans in May."));
    expect(twice.map(({ versions }) => versions)).toEqual([
      ["Fans in June.", "Fans in June. Fans in May."],
    ]);
    expect(writtenApart(all, problem("Fans in June."))).toHaveLength(1);
  });

  it("a version is put in place of what the versions became, and nowhere where that is not to be found", () => {
    const versions = ["Start on Wednesday with bay two.", "Start on Friday with the side rooms."];
    const [wednesday = ""] = versions;
    const mixed = "First. Start on FriWednesday with the side rooms. Last.";
    expect(putInPlace(mixed, versions, wednesday)).toBe(`First. ${wednesday} Last.`);
    expect(putInPlace("Nobody came.", versions, wednesday)).toBe("Nobody came.");
  });

  it("a count that somebody pushed up stops nobody from writing", () => {
    const { rewritings } = sharedProposalSchema.entries;
    const pushed = { by: amina, part: "problem", saw: {}, was: "00", now: "" };
    const read = v.parse(
      rewritings,
      [1e9, 1e300].map((n) => ({ ...pushed, n })),
    );
    const next = noteRewritings(read, amina, problem("One."), problem("Two."));
    expect(v.safeParse(rewritings, next).success).toBe(true);
  });

  it("what changed are sentences of the one text and of the other, whatever was written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const said = (text: string) => sentencesOf(text).map((each) => each.text);
        const { gone, put } = changedSentences(before, after);
        expect(said(before)).toEqual(expect.arrayContaining(gone));
        expect(said(after)).toEqual(expect.arrayContaining(put));
      }),
    );
  });
});
