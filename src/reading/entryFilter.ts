import type { EntryFilter } from "#core/journal/Reader.ts";
import { foldText } from "#core/words/foldText.ts";
import type { Shelved } from "./Shelved.ts";

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
    (from === undefined || entry.happened.at >= from) &&
    (to === undefined || entry.happened.at < to) &&
    (setting === undefined || ownSetting === setting) &&
    tags.every((tag) => ownTags.includes(tag));
}
