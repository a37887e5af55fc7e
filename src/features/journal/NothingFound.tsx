import * as m from "#messages";
import type { Models } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { activeFilters } from "./activeFilters.ts";
import { everything, type JournalSearch, toFilter } from "./JournalSearch.ts";
import "./NothingFound.css";

interface WayOut {
  readonly label: (count: number) => string;
  readonly search: JournalSearch;
}

/** Searches that leave something out of one that found nothing. */
function waysOut(search: JournalSearch, models: Models): readonly WayOut[] {
  const filters = activeFilters(search, models);
  const ways: WayOut[] = filters.map(({ name, without }) => ({
    label: (count) => m.journal_without({ name, count }),
    search: without,
  }));
  const { typed } = search;
  if (filters.length > 1)
    ways.push({
      label: (count) => m.journal_without_filters({ count }),
      search: { ...everything, typed },
    });
  if (filters.length > 0 && typed.trim() !== "")
    ways.push({
      label: (count) => m.journal_without({ name: m.journal_words_name(), count }),
      search: { ...search, typed: "" },
    });
  const words = [...new Set(typed.trim().split(/\s+/u))].slice(0, 6);
  if (words.length > 1)
    for (const word of words)
      ways.push({
        label: (count) => m.journal_only_word({ word, count }),
        search: { ...search, typed: word },
      });
  return ways;
}

/** Says that nothing fits, why that may be, and offers those ways out that do find something. */
export function NothingFound({
  workspace,
  search,
  models,
  onChange,
}: {
  readonly workspace: Workspace;
  readonly search: JournalSearch;
  readonly models: Models;
  readonly onChange: (search: JournalSearch) => void;
}) {
  const ways = waysOut(search, models);
  const counted = useReading(workspace, ["ways out", search], (reader, since) =>
    Promise.all(
      ways.map(async (way) => {
        const found = await reader.find(way.search.typed, toFilter(way.search), since);
        return found.ids.length;
      }),
    ),
  );
  const open = ways
    .map((way, index) => ({ ...way, count: counted.data?.[index] ?? 0 }))
    .filter((way) => way.count > 0);
  const hasFilters = activeFilters(search, models).length > 0;
  return (
    <div className="nothing">
      <h2>{m.journal_nothing()}</h2>
      <p>
        {hasFilters
          ? m.journal_nothing_filters()
          : /\s/u.test(search.typed.trim())
            ? m.journal_nothing_words()
            : m.journal_nothing_word()}
      </p>
      {open.length > 0 && (
        <div className="nothing__ways">
          {open.map((way) => (
            <Button key={way.label(way.count)} onPress={() => onChange(way.search)}>
              {way.label(way.count)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
