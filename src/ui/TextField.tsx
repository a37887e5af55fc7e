import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import type { FieldAttributes } from "./FieldAttributes.ts";
import "./Field.css";

const growsByItself = () => CSS.supports("field-sizing", "content");

export interface TextFieldProps extends FieldAttributes {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place says it already. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
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
  isLabelHidden = false,
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
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value
  useLayoutEffect(() => {
    const box = area.current;
    if (!box || growsByItself()) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [value]);
  const shared = {
    // Browsers write what stands in a field to disk, to restore a tab or to suggest it again, unless told not to.
    autoComplete: "off",
    ...attributes,
    id,
    value,
    "aria-describedby": `${id}-description ${id}-error`,
    "aria-invalid": error ? true : undefined,
    // Read by Dialog, which opens after React has given the focus.
    "data-autofocus": attributes.autoFocus || undefined,
  };
  const look = `field__box ${voice === "own" ? "field__box--own" : ""}`;
  return (
    <div className="field">
      <label className={isLabelHidden ? "unseen" : "field__label"} htmlFor={id}>
        {label}
      </label>
      {description && (
        <div className="field__description" id={`${id}-description`}>
          {description}
        </div>
      )}
      {isMultiline ? (
        <textarea
          {...shared}
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
          ref={fieldRef}
          type={type}
          className={look}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <div id={`${id}-error`} aria-live="polite">
        {error && (
          <span className="field__error">
            <CircleAlert size={22} aria-hidden />
            {error}
          </span>
        )}
      </div>
    </div>
  );
}
