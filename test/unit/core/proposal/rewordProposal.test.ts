import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { proposalTexts, rewordProposal } from "#core/proposal/proposalTexts.ts";
import { exampleWords } from "./exampleWords.ts";

const labels = { title: "Title", words: exampleWords };
const before = {
  ...blankProposal("p" as ProposalId, instant(0)),
  title: "Fans for Ellen",
  idea: { text: "Ask Ellen.", quotes: [] },
};

describe("rewording a proposal", () => {
  it("puts in what was decided, and leaves what somebody wrote meanwhile", () => {
    const from = proposalTexts(before, labels);
    const to = from.map((each) => ({ ...each, text: each.text.replace("Ellen", "a patient") }));
    const meanwhile = { ...before, idea: { text: "Ask Ellen on Monday.", quotes: [] } };
    expect(rewordProposal(meanwhile, labels, from, to)).toEqual({
      ...meanwhile,
      title: "Fans for a patient",
    });
    expect(rewordProposal(before, labels, from, to).idea.text).toBe("Ask a patient.");
  });
});
