import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from "react";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { FieldFrame } from "#ui/FieldFrame.tsx";
import { useReading } from "./useReading.ts";
import type { Workspace } from "./Workspace.ts";
import "./CompletingField.css";

/** The most words offered at once. */
const most = 8;

interface CompletingFieldProps {
  readonly workspace: Workspace;
  readonly field: "tags" | "setting" | "roles";
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** A word from the list was chosen. */
  readonly onChoose: (word: string) => void;
  /** Enter or a comma with no word of the list in hand. */
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
  /** Words not to offer. */
  readonly without?: readonly string[];
}

/**
 * A one-line field that offers words written before, most used first; anything else may be typed.
 * The combobox pattern of the ARIA Authoring Practices with a list of suggestions.
 */
export function CompletingField(props: CompletingFieldProps) {
  const { workspace, field, value, onChange, onChoose, onEnter, without = [] } = props;
  const id = useId();
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const typed = useDeferredValue(value);
  const known = useReading(
    workspace,
    ["complete", field, typed],
    (reader) => reader.complete(field, typed),
    { keepLast: true, enabled: isWanted },
  );
  const words = (known.data ?? [])
    .filter((word) => !without.includes(word) && word !== value)
    .slice(0, most);
  const isOpen = isWanted && words.length > 0;

  useEffect(() => {
    if (isOpen) announce(m.notebook_suggested({ count: words.length }));
  }, [isOpen, words.length]);

  const close = () => {
    setWanted(false);
    setActive(null);
  };
  const choose = (word: string) => {
    close();
    onChoose(word);
  };
  const move = (by: 1 | -1) => {
    if (!isOpen) return setWanted(true);
    const next = active === null ? (by === 1 ? 0 : words.length - 1) : active + by;
    setActive(next < 0 || next >= words.length ? null : next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = isOpen && active !== null ? words[active] : undefined;
    const isWordEnd = event.key === "Enter" || event.key === ",";
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && chosen !== undefined) choose(chosen);
    else if (isWordEnd && onEnter) {
      close();
      onEnter();
    } else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <FieldFrame className="completing" label={props.label} description={props.description}>
      {(ties) => (
        <>
          <input
            {...ties}
            className="field__box"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-words`}
            aria-activedescendant={isOpen && active !== null ? `${id}-${active}` : undefined}
            autoComplete="off"
            autoCapitalize="none"
            value={value}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              setWanted(true);
              setActive(null);
            }}
            onClick={() => setWanted(true)}
            onKeyDown={press}
            onBlur={() => {
              close();
              props.onBlur?.();
            }}
          />
          <div
            id={`${id}-words`}
            className="completing__words"
            role="listbox"
            aria-label={m.notebook_suggestions()}
            hidden={!isOpen}
          >
            {words.map((word, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as the combobox pattern has it
              <div
                key={word}
                id={`${id}-${at}`}
                className="completing__word"
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                // The field keeps the focus, so that it is not left before the word is chosen.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(word)}
              >
                {word}
              </div>
            ))}
          </div>
        </>
      )}
    </FieldFrame>
  );
}
