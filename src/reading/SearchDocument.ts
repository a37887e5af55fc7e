import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { EntryId } from "#core/identifiers.ts";
import { wordsIn } from "#core/words/wordsIn.ts";

/** The parts of an entry that are searched, in the order of their numbers in stored segments. */
export const searchFields = ["text", "tags", "setting", "roles", "labels"] as const;
export type SearchField = (typeof searchFields)[number];

/** Everything written in an entry as folded words with a space between, by part. */
export type SearchDocument = { readonly id: EntryId } & Readonly<Record<SearchField, string>>;

/** What the search index is told of an entry, in the bin or not. */
export const searchDocument = (entry: Entry): SearchDocument => ({
  id: entry.id,
  text: foldedWords(entryText(entry)),
  tags: foldedWords(entry.tags.join(" ")),
  setting: foldedWords(entry.setting),
  roles: foldedWords(entry.roles.join(" ")),
  labels: foldedWords(entry.parts.map((part) => part.label).join(" ")),
});

/** The folded words of a text with a space between. */
export function foldedWords(text: string): string {
  const words: string[] = [];
  for (const { word } of wordsIn(text)) words.push(word);
  return words.join(" ");
}
