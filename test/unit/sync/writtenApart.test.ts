import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { noteRewritings, settle } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { sentencesWithin } from "#core/space/sentencesWithin.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { writtenApart } from "#core/space/writtenApart.ts";
import { createReplica } from "#replica/createReplica.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const replica = createReplica(seededRandom(71));
const now = instant(1_790_000_000_000);
const problem = (text: string) => [{ id: "problem", label: "Problem", text }];

/** Somebody's device with its copy of one proposal, as the page writes into it. */
function writer(letter: string, begun: Uint8Array) {
  const by = letter.repeat(43) as MemberId;
  let state = begun;
  const record = () => value(replica.read(state)) as SharedProposal;
  const put = (next: SharedProposal) => {
    state = value(replica.revise(state, next));
  };
  return {
    text: () => record().problem,
    rewritings: () => record().rewritings,
    notices: () => writtenApart(record().rewritings, problem(record().problem)),
    write: (text: string) => {
      const now = record();
      const [were, are] = [problem(now.problem), problem(text)];
      const rewritings = noteRewritings(now.rewritings, by, were, are);
      put({ ...now, problem: text, rewritings });
    },
    settle: () => {
      const now = record();
      const [first] = writtenApart(now.rewritings, problem(now.problem));
      if (first === undefined) return;
      put({ ...now, rewritings: settle(now.rewritings, by, first, now.problem) });
    },
    hear: (other: { readonly state: () => Uint8Array }) => {
      state = value(replica.merge(state, other.state()));
    },
    state: () => state,
  };
}

const team = (text: string) => {
  const by = "d".repeat(43) as MemberId;
  const sharing = { id: "x" as SharedId, space: "s".repeat(22) as SpaceId, by, now, excerpts: [] };
  const shared = shareProposal(blankProposal("p" as ProposalId, now), sharing);
  const begun = replica.begin({ ...shared, problem: text });
  return { mary: writer("a", begun), tom: writer("b", begun), ann: writer("c", begun) };
};
const meet = (...all: readonly ReturnType<typeof writer>[]) => {
  for (const one of all) for (const other of all) one.hear(other);
  for (const one of all) for (const other of all) one.hear(other);
};
const monday = "Start on Monday with bay two.";
const wednesday = "Start on Wednesday with bay two.";
const friday = "Start on Friday with the side rooms.";

describe("sentences that people word apart, on their devices", () => {
  it("shows both whole where one of them goes on with a sentence of their own that the other had read", () => {
    const { mary, tom } = team("");
    mary.write(monday);
    tom.hear(mary);
    mary.write(wednesday);
    tom.write(friday);
    meet(mary, tom);
    for (const one of [mary, tom])
      expect(one.notices().map(({ versions }) => versions)).toEqual([[friday, wednesday]]);
  });

  it("shows both whole though one words it letter by letter, and other sentences before and after", () => {
    const { mary, tom } = team(`We ran out by noon. ${monday} Nobody came.`);
    mary.write(`We ran out by noon. ${wednesday} Nobody came.`);
    mary.write(`We ran out at ten. ${wednesday} Nobody came.`);
    for (let at = 14; at <= friday.length; at += 1)
      tom.write(`We ran out by noon. ${friday.slice(0, at).replace(/\.$/u, "")}. Nobody came.`);
    tom.write(`We ran out by noon. ${friday} No one came.`);
    meet(mary, tom);
    for (const one of [mary, tom])
      expect(one.notices().map(({ versions }) => versions)).toEqual([[friday, wednesday]]);
  });

  it("shows both where an unfinished sentence was finished apart", () => {
    const { mary, tom } = team("We ran out");
    mary.write("We ran out by noon.");
    tom.write("We ran out on Tuesday.");
    meet(mary, tom);
    expect(mary.notices()).toHaveLength(1);
    expect(mary.notices()).toEqual(tom.notices());
  });

  it("whoever was away while two versions were settled is still noticed, whole", () => {
    const { mary, tom, ann } = team(monday);
    mary.write(wednesday);
    tom.write(friday);
    meet(mary, tom);
    tom.settle();
    mary.hear(tom);
    expect(mary.notices()).toEqual([]);
    expect(JSON.stringify(mary.rewritings())).not.toContain(wednesday);
    ann.write("Begin in the night.");
    meet(mary, tom, ann);
    expect(mary.notices().flatMap(({ versions }) => versions)).toContain("Begin in the night.");
  });

  it("finds the sentence that two became, and takes no other for it", () => {
    const { mary, tom } = team(`The first stays. ${monday} The last stays as well.`);
    mary.write(`The first stays. ${wednesday} The last stays as well.`);
    tom.write(`The first stays. ${friday} The last stays as well.`);
    meet(mary, tom);
    const [notice] = mary.notices();
    const stand = sentencesWithin(mary.text(), notice?.versions ?? []);
    const [from, to] = [stand[0]?.start ?? 0, stand.at(-1)?.end ?? 0];
    expect(mary.text().slice(0, from)).toBe("The first stays. ");
    expect(mary.text().slice(to)).toBe(" The last stays as well.");
  });

  it("loses no sentence: each stands whole in the text or in a notice, unless somebody who saw it worded it anew; no other words linger", () => {
    const words = ["ward", "nurse", "Monday", "porter", "bay two", "noon", "call", "family"];
    const step = fc.oneof(
      fc.record({
        type: fc.constant("write" as const),
        who: fc.nat(2),
        at: fc.nat(3),
        said: fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 6 }),
        keeps: fc.nat(12),
      }),
      fc.record({ type: fc.constant("hear" as const), who: fc.nat(2), from: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
        const { mary, tom, ann } = team(`${monday} We ran out by noon. Nobody knew whom to ask.`);
        const all = [mary, tom, ann];
        const standing = new Set<string>();
        let count = 0;
        for (const one of steps) {
          const device = all[one.who];
          if (device === undefined) continue;
          if (one.type === "hear") {
            const other = all[one.from];
            if (other !== undefined) device.hear(other);
            continue;
          }
          const before = device.text();
          const sentences = sentencesOf(before);
          const old = sentences[one.at % Math.max(1, sentences.length)];
          if (old === undefined) continue;
          count += 1;
          const start = old.text.slice(0, one.keeps).replace(/[.\s]+$/u, "");
          const said = `${start || "The"} ${one.said.join(" ")} case ${count} of ${one.who}.`;
          const next = before.slice(0, old.start) + said + before.slice(old.end);
          device.write(next);
          for (const each of standing)
            if (before.includes(each) && !next.includes(each)) standing.delete(each);
          if (sentencesOf(next).some(({ text }) => text === said)) standing.add(said);
        }
        meet(...all);
        const shown = mary.notices().flatMap(({ versions }) => versions);
        for (const one of standing)
          expect(
            [mary.text(), ...shown].some((text) => text.includes(one)),
            one,
          ).toBe(true);
        for (const { now } of mary.rewritings())
          expect(
            [mary.text(), ...shown].some((text) => text.includes(now)),
            now,
          ).toBe(true);
        expect(tom.notices()).toEqual(mary.notices());
        expect(ann.notices()).toEqual(mary.notices());
      }),
      { numRuns: 300 },
    );
  });
});
