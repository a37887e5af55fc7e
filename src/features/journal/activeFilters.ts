import * as m from "#messages";
import { feelingName } from "#notebook/feelingName.ts";
import { momentText } from "#notebook/momentText.ts";
import type { Models } from "#notebook/useModels.ts";
import { type JournalSearch, startOf } from "./JournalSearch.ts";

/** A filter that narrows the list now: what it is called, and the search without it. */
export interface ActiveFilter {
  readonly name: string;
  readonly without: JournalSearch;
}

/** The filters of a search, one by one. */
export function activeFilters(
  search: JournalSearch,
  models: Pick<Models, "nameOf">,
): readonly ActiveFilter[] {
  const filters: ActiveFilter[] = search.tags.map((tag) => ({
    name: tag,
    without: { ...search, tags: search.tags.filter((other) => other !== tag) },
  }));
  const add = (name: string, without: Partial<JournalSearch>) =>
    filters.push({ name, without: { ...search, ...without } });
  if (search.feeling !== "any")
    add(feelingName(search.feeling) ?? m.journal_filter_neither(), { feeling: "any" });
  if (search.setting.trim() !== "") add(search.setting.trim(), { setting: "" });
  if (search.model !== "any") add(models.nameOf(search.model), { model: "any" });
  const from = startOf(search.fromDay);
  if (from !== null)
    add(m.journal_filter_from_name({ day: momentText.day(from) }), { fromDay: "" });
  const to = startOf(search.toDay);
  if (to !== null) add(m.journal_filter_to_name({ day: momentText.day(to) }), { toDay: "" });
  if (search.forAppraisal) add(m.journal_filter_appraisal(), { forAppraisal: false });
  return filters;
}
