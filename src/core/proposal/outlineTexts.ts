import type { CheckedText } from "#core/identity/CheckedText.ts";
import { textsOf, withTexts } from "#core/identity/wordTexts.ts";
import type { OutlineBlock } from "./OutlinePart.ts";
import type { ProposalOutline } from "./proposalOutline.ts";

/** Goes through every text of the person's own in an outline and puts what `word` answers in its place. */
function wordOutline(
  outline: ProposalOutline,
  titleLabel: string,
  word: (text: CheckedText) => string,
): ProposalOutline {
  const wordBlock = (block: OutlineBlock, id: string, heading: string): OutlineBlock => {
    switch (block.type) {
      case "words":
        return { ...block, text: word({ id, label: block.label ?? heading, text: block.text }) };
      case "people":
        return {
          ...block,
          items: block.items.map((item, at) => ({
            ...item,
            who: word({ id: `${id}.${at}.who`, label: block.label, text: item.who }),
            brings: word({ id: `${id}.${at}.brings`, label: block.label, text: item.brings }),
          })),
        };
      case "numbers":
        return {
          ...block,
          name: word({ id: `${id}.name`, label: heading, text: block.name }),
          unit: word({ id: `${id}.unit`, label: heading, text: block.unit }),
        };
      case "changes":
        return {
          ...block,
          items: block.items.map((item, at) => ({
            ...item,
            what: word({ id: `${id}.${at}`, label: block.label, text: item.what }),
          })),
        };
      case "sources":
        return {
          ...block,
          items: block.items.map((item, at) => ({
            ...item,
            text: word({ id: `${id}.${at}`, label: heading, text: item.text }),
          })),
        };
      default:
        return block;
    }
  };
  return {
    ...outline,
    title: word({ id: "title", label: titleLabel, text: outline.title }),
    parts: outline.parts.map((part) => ({
      ...part,
      blocks: part.blocks.map((block, at) => wordBlock(block, `${part.key}.${at}`, part.heading)),
    })),
  };
}

/** The person's own texts of an outline, in the order they are read, blanks left out. */
export const outlineTexts = (
  outline: ProposalOutline,
  titleLabel: string,
): readonly CheckedText[] => textsOf((word) => wordOutline(outline, titleLabel, word));

/** The outline with the texts given in place of its own; what is not among them stays as it is. */
export const withOutlineTexts = (
  outline: ProposalOutline,
  texts: readonly CheckedText[],
): ProposalOutline => withTexts((word) => wordOutline(outline, "", word), texts);
