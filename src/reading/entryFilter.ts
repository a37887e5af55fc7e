import type { Entry } from "#core/entry/Entry.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import type { EntryFilter } from "#core/journal/Reader.ts";
import { foldText } from "#core/words/foldText.ts";
import type { Shelved } from "./Shelved.ts";

/** Whether an entry happened in a period; one without a date happened in none. */
function isWithin({ happened }: Entry, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const at = knownMoment(happened);
  return at !== null && at >= (from ?? at) && (to === undefined || at < to);
}

/**
 * A filter as a test of one entry. Every given field must agree; tags and setting are compared
 * folded, and an entry must have all the tags. Without `inBin`, entries in the bin never pass.
 */
export function entryFilter(filter: EntryFilter): (shelved: Shelved) => boolean {
  const tags = filter.tags?.map(foldText) ?? [];
  const setting = filter.setting === undefined ? undefined : foldText(filter.setting);
  const { feeling, model, from, to, forAppraisal, inBin = false } = filter;
  return ({ entry, tags: ownTags, setting: ownSetting }) =>
    (entry.deletedAt !== null) === inBin &&
    (feeling === undefined || entry.feeling === feeling) &&
    (model === undefined || entry.model === model) &&
    (forAppraisal === undefined || entry.forAppraisal === forAppraisal) &&
    isWithin(entry, from, to) &&
    (setting === undefined || ownSetting === setting) &&
    tags.every((tag) => ownTags.includes(tag));
}
