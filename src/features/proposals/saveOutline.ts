import { outlineMarkdown } from "#core/proposal/proposalMarkdown.ts";
import type { ProposalOutline } from "#core/proposal/proposalOutline.ts";
import * as m from "#messages";
import { notify } from "#ui/toasts.ts";
import { saveFile } from "./saveFile.ts";

/** Hands a proposal, as it was set out, to the browser as a Markdown file named by the day only. */
export function saveOutline(outline: ProposalOutline, now: number): void {
  saveFile(
    `proposal-${new Date(now).toISOString().slice(0, 10)}.md`,
    outlineMarkdown(outline),
    "text/markdown;charset=utf-8",
  );
  notify({ text: m.proposals_exported() });
}
