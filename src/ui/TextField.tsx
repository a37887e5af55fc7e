import { useRef } from "react";
import * as m from "#messages";
import type { FieldAttributes } from "./FieldAttributes.ts";
import { FieldFrame, type FieldWords } from "./FieldFrame.tsx";
import { useGrowing } from "./useGrowing.ts";

export interface TextFieldProps extends FieldAttributes, FieldWords {
  /** What is wrong and what can be done; ties itself to the field. */
  readonly error?: string | null | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Many lines: a box that grows with what is written. */
  readonly isMultiline?: boolean | undefined;
  /** `own` sets a person's own words in their own letters. */
  readonly voice?: "app" | "own" | undefined;
  readonly type?: "text" | "search" | "email" | "url" | "date" | "time" | "number" | undefined;
  /** The element itself, for focus and selection. */
  readonly fieldRef?:
    | ((element: HTMLInputElement | HTMLTextAreaElement | null) => void)
    | undefined;
}

/** A labelled native text field, of one line or of many. */
export function TextField({
  label,
  isLabelHidden,
  description,
  error,
  value,
  onChange,
  isMultiline = false,
  voice = "app",
  type = "text",
  fieldRef,
  ...attributes
}: TextFieldProps) {
  const area = useRef<HTMLTextAreaElement | null>(null);
  useGrowing(area, value, 2);
  const shared = {
    // Browsers write what stands in a field to disk, to restore a tab or to suggest it again, unless told not to.
    autoComplete: "off",
    ...attributes,
    value,
    // Read by Dialog, which opens after React has given the focus.
    "data-autofocus": attributes.autoFocus || undefined,
  };
  const { maxLength } = attributes;
  const isFull = maxLength !== undefined && value.length >= maxLength;
  const look = `field__box ${voice === "own" ? "field__box--own" : ""}`;
  return (
    <FieldFrame
      label={label}
      isLabelHidden={isLabelHidden}
      description={description}
      error={error ?? null}
      note={isFull ? m.common_field_full({ count: maxLength }) : null}
    >
      {(ties) =>
        isMultiline ? (
          <textarea
            {...shared}
            {...ties}
            ref={(element) => {
              area.current = element;
              fieldRef?.(element);
            }}
            className={`${look} field__box--lines`}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <input
            {...shared}
            {...ties}
            ref={fieldRef}
            type={type}
            className={look}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </FieldFrame>
  );
}
