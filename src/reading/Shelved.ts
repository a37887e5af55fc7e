import type { Entry } from "#core/entry/Entry.ts";
import { foldText } from "#core/words/foldText.ts";

/** An entry in memory with what filters compare, folded once. */
export interface Shelved {
  readonly entry: Entry;
  readonly tags: readonly string[];
  readonly setting: string;
}

/** Makes an entry ready to be filtered. */
export const shelve = (entry: Entry): Shelved => ({
  entry,
  tags: entry.tags.map(foldText),
  setting: foldText(entry.setting),
});
