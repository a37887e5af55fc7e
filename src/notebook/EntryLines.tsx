import type { EntryLine as Line, TextRange } from "#core/journal/Reader.ts";
import { EntryLine, type LineModels } from "./EntryLine.tsx";

/** A short list of entries, one under the other. */
export function EntryLines({
  lines,
  models,
  label,
  marksOf,
  withYear = false,
}: {
  readonly lines: readonly Line[];
  readonly models: LineModels;
  readonly label?: string;
  readonly marksOf?: (line: Line) => readonly TextRange[];
  readonly withYear?: boolean;
}) {
  return (
    <ol className="lines" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} className="lines__item">
          <EntryLine
            line={line}
            models={models}
            marks={marksOf?.(line) ?? []}
            withYear={withYear}
          />
        </li>
      ))}
    </ol>
  );
}
