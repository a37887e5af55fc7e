import { X } from "lucide-react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import type { ActiveFilter } from "./activeFilters.ts";
import type { JournalSearch } from "./JournalSearch.ts";
import "#notebook/WordsField.css";

/** The filters in force, each lifted by a press, and all by one. */
export function FiltersOn({
  filters,
  onLift,
  onLiftAll,
}: {
  readonly filters: readonly ActiveFilter[];
  readonly onLift: (without: JournalSearch) => void;
  readonly onLiftAll: () => void;
}) {
  if (filters.length === 0) return null;
  return (
    <ul className="journal__filters" aria-label={m.journal_filters()}>
      {filters.map(({ name, without }) => (
        <li key={name}>
          <button
            type="button"
            className="words__word"
            aria-label={m.journal_filter_remove({ name })}
            onClick={() => onLift(without)}
          >
            {name}
            <X size={20} strokeWidth={1.75} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button variant="quiet" onPress={onLiftAll}>
          {m.journal_filters_clear()}
        </Button>
      </li>
    </ul>
  );
}
