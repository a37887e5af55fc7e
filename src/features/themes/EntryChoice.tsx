import type { EntryId } from "#core/identifiers.ts";
import type { EntryLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { CheckField } from "#ui/CheckField.tsx";
import "./EntryChoice.css";

/** Entries to choose from by tick boxes. */
export function EntryChoice({
  label,
  lines,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly lines: readonly EntryLine[];
  readonly chosen: readonly EntryId[];
  readonly onChange: (chosen: readonly EntryId[]) => void;
}) {
  return (
    <fieldset className="entry-choice">
      <legend className="choices__legend">{label}</legend>
      {lines.map((line) => (
        <CheckField
          key={line.id}
          isSelected={chosen.includes(line.id)}
          onChange={(isSelected) =>
            onChange(isSelected ? [...chosen, line.id] : chosen.filter((each) => each !== line.id))
          }
          description={momentText.happened(line.happened)}
        >
          <span className="own-words entry-choice__words">{line.text || m.themes_unnamed()}</span>
        </CheckField>
      ))}
    </fieldset>
  );
}
