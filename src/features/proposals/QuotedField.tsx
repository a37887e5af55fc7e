import { type ReactNode, useId, useRef } from "react";
import type { TextRange } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { Marked } from "#ui/Marked.tsx";
import { useCaretKept } from "./useCaretKept.ts";
import "#ui/Field.css";
import "./QuotedField.css";

/**
 * A field for a person's own words in which some stretches are underlined as quoted. The marks are
 * drawn by a copy of the text that lies exactly under the field and gives it its height; screen
 * readers are told of quotes by what follows the field instead.
 */
export function QuotedField({
  label,
  description,
  value,
  marks,
  onChange,
  children,
}: {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly marks: readonly TextRange[];
  readonly onChange: (text: string) => void;
  /** What belongs to the answer: its sources, sentences on offer. */
  readonly children?: ReactNode;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { typed } = useCaretKept(field, value);
  return (
    <div className="quoted">
      <h2 className="quoted__label">
        <label htmlFor={id}>{label}</label>
      </h2>
      <p className="field__description" id={`${id}-description`}>
        {description}
      </p>
      <div className="quoted__box">
        <div className="quoted__page">
          <div className="quoted__under" aria-hidden>
            <Marked text={value} ranges={marks} />{" "}
          </div>
          <textarea
            id={id}
            ref={field}
            className="quoted__text"
            rows={1}
            autoComplete="off"
            aria-describedby={`${id}-description`}
            placeholder={m.proposals_own_words()}
            value={value}
            onChange={(event) => {
              typed(event.currentTarget.value);
              onChange(event.currentTarget.value);
            }}
          />
        </div>
        {children}
      </div>
    </div>
  );
}
