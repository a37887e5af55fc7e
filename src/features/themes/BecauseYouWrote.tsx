import { useRef, useState } from "react";
import * as m from "#messages";
import { Chip } from "#ui/Chip.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";

/** Words that say most; the rest is asked for. */
const atFirst = 4;

/** Why these entries are one theme: the words they share, in the person's own forms of them. */
export function BecauseYouWrote({ terms }: { readonly terms: readonly string[] }) {
  const [isAll, setAll] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  if (terms.length === 0) return null;
  const shown = isAll ? terms : terms.slice(0, atFirst);
  const more = terms.length - shown.length;
  return (
    <ChipRow
      ref={row}
      tabIndex={-1}
      className="because"
      role="group"
      aria-label={m.themes_because()}
    >
      <span className="because__words">{m.themes_because()}</span>
      {shown.map((term) => (
        <Chip key={term} isSoft>
          {term}
        </Chip>
      ))}
      {more > 0 && (
        <button
          type="button"
          className="chip"
          aria-label={m.themes_more_terms_label({ count: more })}
          onClick={() => {
            // The button goes; the words that it asked for are read from here.
            row.current?.focus();
            setAll(true);
          }}
        >
          {m.themes_more_terms({ count: more })}
        </button>
      )}
    </ChipRow>
  );
}
