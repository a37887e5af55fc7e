import { outlineMarkdown } from "#core/proposal/proposalMarkdown.ts";
import type { ProposalOutline } from "#core/proposal/proposalOutline.ts";
import * as m from "#messages";
import { dayInName } from "#notebook/saving/dayInName.ts";
import { download } from "#notebook/saving/download.ts";
import { notify } from "#ui/toasts.ts";

/** Hands a proposal, as it was set out, to the browser as a Markdown file named by the day only. */
export function saveOutline(outline: ProposalOutline, now: number): void {
  const name = `proposal-${dayInName(now)}.md`;
  download(new File([outlineMarkdown(outline)], name, { type: "text/markdown;charset=utf-8" }));
  notify({ text: m.proposals_exported() });
}
