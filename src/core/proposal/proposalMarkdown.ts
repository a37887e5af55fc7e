import { escapeMarkdown, escapeMarkdownLine } from "./escapeMarkdown.ts";
import type { OutlineBlock } from "./OutlinePart.ts";
import type { Proposal } from "./Proposal.ts";
import type { ProposalWords } from "./ProposalWords.ts";
import { type ProposalOutline, proposalOutline } from "./proposalOutline.ts";

function blockMarkdown(block: OutlineBlock): string {
  switch (block.type) {
    case "words":
      return block.label === null
        ? escapeMarkdown(block.text)
        : `### ${block.label}\n\n${escapeMarkdown(block.text)}`;
    case "choice":
      return `**${block.label}:** ${block.text}`;
    case "note":
      return `*${block.text}*`;
    case "numbers":
      return [
        `### ${escapeMarkdownLine(block.name)}`,
        ...(block.unit === "" ? [] : [escapeMarkdownLine(block.unit)]),
        [block.heads, ["---", "---:"], ...block.rows]
          .map((row) => `| ${row.join(" | ")} |`)
          .join("\n"),
      ].join("\n\n");
    case "changes":
      return `### ${block.label}\n\n${block.items
        .map(({ when, what }) => `- ${when}: ${escapeMarkdownLine(what)}`)
        .join("\n")}`;
    case "people":
      return `### ${block.label}\n\n${block.items
        .map(({ who, role, brings }) => {
          const person = who === "" ? role : `${escapeMarkdownLine(who)} (${role})`;
          return brings === "" ? `- ${person}` : `- ${person}: ${escapeMarkdownLine(brings)}`;
        })
        .join("\n")}`;
    case "sources":
      return block.items
        .map(
          ({ text, when }) =>
            `> ${escapeMarkdown(text, "> ")}${when === null ? "" : `\n>\n> ${when}`}`,
        )
        .join("\n\n");
  }
}

/**
 * A proposal set out, as one Markdown document (CommonMark, UTF-8, ends in a line end) that an outsider
 * can read. See `escapeMarkdown` for what keeps a person's words from turning into structure.
 */
export function outlineMarkdown(outline: ProposalOutline): string {
  const facts = outline.facts.map(({ label, text }) => `**${label}:** ${text}`).join("\\\n");
  const parts = outline.parts.map(({ heading, blocks }) =>
    [`## ${heading}`, ...blocks.map(blockMarkdown)].join("\n\n"),
  );
  return `${[`# ${escapeMarkdownLine(outline.title)}`, facts, ...parts].join("\n\n")}\n`;
}

/** The same straight from a proposal: blanks left out, sources only when asked for. */
export const proposalMarkdown = (
  proposal: Proposal,
  options: { readonly sources: boolean; readonly words: ProposalWords },
): string => outlineMarkdown(proposalOutline(proposal, options));
