import type { EntryContent } from "#core/entry/Entry.ts";
import { writtenParts } from "#core/entry/writtenParts.ts";
import type { Models } from "./useModels.ts";

/** What was written as Markdown, each part under its question, for taking it out of the app by hand. */
export const wordsToTakeOut = (content: EntryContent, models: Pick<Models, "wordsOf">): string =>
  writtenParts(content)
    .map((part) => {
      const { title } = models.wordsOf(part);
      return title === "" ? part.text : `## ${title}\n\n${part.text}`;
    })
    .join("\n\n");
