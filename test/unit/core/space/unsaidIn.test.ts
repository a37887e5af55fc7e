import fc from "fast-check";
import { expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { ownWordsIn } from "#core/space/ownWordsIn.ts";
import type { Rewriting, SharedProposal } from "#core/space/SharedProposal.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { unsaidIn } from "#core/space/unsaidIn.ts";
import { arbitraryRecord } from "../../replica/arbitraryRecord.ts";

const me = "m".repeat(43) as MemberId;
const other = "o".repeat(43) as MemberId;
const sharing = {
  id: "x" as SharedId,
  space: "s".repeat(22) as SpaceId,
  by: me,
  now: instant(1),
  excerpts: [
    { id: "q", under: "problem" as const, text: "It was dark.", happenedAt: null, by: me },
  ],
};
const draft = { ...blankProposal("p" as ProposalId, instant(1)), title: "Quiet lamps" };
const mine: SharedProposal = {
  ...shareProposal(draft, sharing),
  problem: "Nobody could sleep. The lamps\nburn all night.",
  worries: { ...draft.worries, said: "What if somebody falls?" },
};
const worded = (by: MemberId, now: string): Rewriting => ({
  by,
  part: "problem",
  n: 1,
  saw: {},
  was: "0a",
  now,
});

it("all of a proposal is its sharer's own words where nobody else has worded anything in it", () => {
  const all =
    "Quiet lamps\n\nNobody could sleep. The lamps\nburn all night.\n\nWhat if somebody falls?\n\nIt was dark.";
  expect(ownWordsIn(mine, me)).toBe(all);
  expect(ownWordsIn({ ...mine, rewritings: [worded(me, "Nobody could sleep.")] }, me)).toBe(all);
  expect(ownWordsIn(mine, other)).toBe("");
});

it("where others have worded something in it too, one's own words are one's own wordings", () => {
  const both = [worded(me, "Nobody could sleep."), worded(other, "What if somebody falls?")];
  expect(ownWordsIn({ ...mine, rewritings: both }, me)).toBe("Nobody could sleep.");
  // Also where the other's words stand no more.
  const gone = [worded(me, "Nobody could sleep."), { ...worded(other, ""), was: "" }];
  expect(ownWordsIn({ ...mine, rewritings: gone }, me)).toBe("Nobody could sleep.");
});

it("nothing is left of words that the others have, however they are told apart into lines", () => {
  const shareds = arbitraryRecord("shared-proposal").filter(
    (record): record is SharedProposal => record.kind === "shared-proposal",
  );
  fc.assert(
    fc.property(shareds, (shared) => {
      expect(unsaidIn(ownWordsIn(shared, shared.by), shared)).toBe("");
      const alone = { ...shared, rewritings: [] };
      expect(unsaidIn(ownWordsIn(alone, shared.by), alone)).toBe("");
    }),
  );
});

it("only what the others do not have is left, and the sentences beside it are not", () => {
  const words = ownWordsIn({ ...mine, problem: `${mine.problem} Bay 4 is worst.` }, me);
  expect(unsaidIn(words, mine)).toBe("Bay 4 is worst.");
  expect(unsaidIn(words, { ...mine, title: "Lamps" })).toBe("Quiet lamps\n\nBay 4 is worst.");
  expect(unsaidIn(words, withdrawProposal(mine, me, instant(2)))).toBe(words);
});

it("a wording that goes on over a line's end is found where it stands", () => {
  const now = "The lamps\nburn all night.";
  const own = ownWordsIn(
    { ...mine, rewritings: [worded(me, now), worded(other, "What if somebody falls?")] },
    me,
  );
  expect(unsaidIn(own, { ...mine, rewritings: [worded(me, now)] })).toBe("");
  // Also where somebody has settled it with the sentence before.
  expect(unsaidIn(own, mine)).toBe("");
});
