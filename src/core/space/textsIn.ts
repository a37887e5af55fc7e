import { proposalTexts } from "#core/proposal/proposalTexts.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import { readAsProposal } from "./sharedAsProposal.ts";

/** All that a shared proposal says in words: its answers as they read now, and what is shown with them. Blanks are left out. */
export const textsIn = (shared: SharedProposal): readonly string[] =>
  [...proposalTexts(readAsProposal(shared), null), ...shared.excerpts]
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
