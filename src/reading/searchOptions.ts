import type { Options } from "minisearch";
import { type SearchDocument, searchFields } from "./SearchDocument.ts";

/**
 * How MiniSearch keeps documents: words arrive folded, so it only splits them. It logs nothing,
 * because its warnings would name words of the journal on the console.
 */
export const searchOptions: Options<SearchDocument> = {
  fields: [...searchFields],
  tokenize: (words) => (words === "" ? [] : words.split(" ")),
  processTerm: (word) => word,
  logger: () => undefined,
  searchOptions: {
    boost: { tags: 2, setting: 1.5, labels: 0.5 },
    weights: { prefix: 0.6, fuzzy: 0.2 },
  },
};
