import { Search, X } from "lucide-react";
import { useRef } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";

/** The words looked for; a press empties it and leaves the caret there. */
export function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}) {
  const field = useRef<HTMLElement | null>(null);
  return (
    <div className="journal__typed">
      <Search className="journal__glass" size={24} strokeWidth={1.75} aria-hidden />
      <TextField
        label={m.journal_search()}
        isLabelHidden
        placeholder={m.journal_search()}
        type="search"
        enterKeyHint="search"
        spellCheck={false}
        value={value}
        onChange={onChange}
        fieldRef={(element) => {
          field.current = element;
        }}
      />
      {value !== "" && (
        <Button
          variant="quiet"
          icon={X}
          onPress={() => {
            onChange("");
            field.current?.focus();
          }}
        >
          {m.journal_clear_search()}
        </Button>
      )}
    </div>
  );
}
