import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemberId } from "#core/space/identifiers.ts";
import {
  noteRewritings,
  rewritten,
  type Sitting,
  settle,
  writtenApart,
} from "#core/space/rewriting.ts";
import type { Rewriting } from "#core/space/SharedProposal.ts";

const [amina, bronwen] = ["a".repeat(43), "b".repeat(43)] as [MemberId, MemberId];
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
    expect(apart?.versions.map(({ now }) => now)).toEqual([
      "We ran out by noon.",
      "The ward ran out by Tuesday.",
    ]);
    expect(apart && settle(both, apart)).toEqual([]);
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
    expect(first[0]).toMatchObject({ was: "One.", now: "One two." });
    const merged = "One two three.";
    const next = noteRewritings(first, sitting, amina, problem(merged), problem("One two four."));
    expect(next).toEqual([{ by: amina, part: "problem", was: merged, now: "One two four." }]);
  });

  it("a rewriting is a stretch of each text, whatever was written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const made = rewritten(before, after);
        if (made === null) return;
        expect(before).toContain(made.was);
        expect(after).toContain(made.now);
      }),
    );
  });
});
