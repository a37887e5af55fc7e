import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import { proposalTexts, withProposalTexts } from "#core/proposal/proposalTexts.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { readAsProposal, readOnceShared, writeAsProposal } from "#core/space/sharedAsProposal.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { arbitraryRecord } from "../../replica/arbitraryRecord.ts";
import { exampleWords } from "../proposal/exampleWords.ts";

const labels = { title: "Title", words: exampleWords };
const space = "s".repeat(22) as SpaceId;
const me = "m".repeat(43) as MemberId;
const now = instant(1_790_000_000_000);

const proposals = arbitraryRecord("proposal").filter(
  (record): record is Proposal => record.kind === "proposal",
);
const shareds = arbitraryRecord("shared-proposal").filter(
  (record): record is SharedProposal => record.kind === "shared-proposal",
);
const share = (proposal: Proposal) =>
  shareProposal(proposal, { id: "x" as SharedId, space, by: me, now, excerpts: [] });

/** Every string anywhere in a value. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(stringsIn);
};

describe("a shared proposal", () => {
  it("asks the same questions and takes the same answers as a private one", () => {
    fc.assert(
      fc.property(shareds, proposals, (shared, answers) => {
        expect(writeAsProposal(shared, readAsProposal(shared))).toEqual(shared);
        const written = writeAsProposal(shared, answers);
        expect(writeAsProposal(written, readAsProposal(written))).toEqual(written);
        expect(readAsProposal(written).problem.text).toBe(answers.problem.text);
      }),
    );
  });

  it("is a copy: no quote, entry, theme or count of the journal goes along", () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const marked: Proposal = {
          ...proposal,
          theme: "theme-at-home" as Proposal["theme"],
          linkedEntries: 4711,
          problem: {
            text: "said",
            quotes: [
              {
                entry: "entry-at-home" as never,
                text: "quoted-at-home",
                start: 0,
                end: 5,
                happenedAt: now,
              },
            ],
          },
        };
        const sent = JSON.stringify(share(marked));
        for (const home of ["theme-at-home", "entry-at-home", "quoted-at-home", "4711"]) {
          expect(sent).not.toContain(home);
        }
      }),
    );
  });

  it("reads as the preview before it was shared showed it, numbers and sources included", () => {
    const all = { sources: true, words: exampleWords };
    fc.assert(
      fc.property(proposals, (proposal) => {
        const preview = proposalOutline(readOnceShared(proposal), all);
        expect(proposalOutline(readAsProposal(share(proposal)), all)).toEqual(preview);
      }),
    );
  });

  it("has none of its words left once it is withdrawn", () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const canary = "canary-words";
        const spoken = withProposalTexts(
          proposal,
          labels,
          proposalTexts(proposal, labels).map((text) => ({ ...text, text: canary })),
        );
        const withdrawn = withdrawProposal(share({ ...spoken, title: canary }), me, now);
        expect(stringsIn(withdrawn)).not.toContain(canary);
        expect(withdrawn.withdrawnAt).toBe(now);
      }),
    );
  });
});

describe("the texts of a proposal", () => {
  it("are each under their question, and stand unchanged where nothing was worded anew", () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const texts = proposalTexts(proposal, labels);
        expect(withProposalTexts(proposal, labels, texts)).toEqual(proposal);
        for (const text of texts) expect(text.label).not.toBe("");
      }),
    );
  });

  it("are all that is said in the copy that leaves", () => {
    fc.assert(
      fc.property(proposals, (proposal) => {
        const texts = proposalTexts(proposal, labels);
        const worded = withProposalTexts(
          proposal,
          labels,
          texts.map((text) => ({ ...text, text: "worded" })),
        );
        const leaving = proposalTexts(worded, labels);
        expect(leaving.every(({ text }) => text === "worded")).toBe(true);
        expect(leaving.length).toBe(texts.length);
      }),
    );
  });
});
