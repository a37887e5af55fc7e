import type { HTMLAttributes, InputHTMLAttributes } from "react";

/** The native attributes a text field passes on as they are. */
export type FieldAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement | HTMLTextAreaElement>,
  | "placeholder"
  | "autoFocus"
  | "autoCapitalize"
  | "autoCorrect"
  | "enterKeyHint"
  | "name"
  | "maxLength"
  | "minLength"
  | "min"
  | "max"
  | "step"
  | "inputMode"
  | "spellCheck"
  | "readOnly"
  | "disabled"
  | "list"
  | "role"
> &
  Pick<
    HTMLAttributes<HTMLInputElement | HTMLTextAreaElement>,
    | "onKeyDown"
    | "onBlur"
    | "onFocus"
    | "onPaste"
    | "onSelect"
    | "aria-controls"
    | "aria-expanded"
    | "aria-activedescendant"
    | "aria-autocomplete"
    | "aria-label"
  >;
