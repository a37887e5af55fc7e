import { type RefObject, useLayoutEffect, useRef } from "react";
import { movedCaret } from "./movedCaret.ts";

/**
 * Keeps the caret beside the words it stood at when a field's value changes from elsewhere, such as
 * by merging in what another tab wrote. What is typed here is left to the browser.
 */
export function useCaretKept(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  value: string,
): { readonly typed: (text: string) => void } {
  const last = useRef({ value, start: 0, end: 0 });
  const own = useRef(value);
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    const note = () => {
      last.current = {
        value: box.value,
        start: box.selectionStart ?? 0,
        end: box.selectionEnd ?? 0,
      };
    };
    if (own.current !== value && document.activeElement === box) {
      const { value: before, start, end } = last.current;
      box.setSelectionRange(movedCaret(before, value, start), movedCaret(before, value, end));
    }
    own.current = value;
    note();
    document.addEventListener("selectionchange", note);
    return () => document.removeEventListener("selectionchange", note);
  }, [field, value]);
  return {
    typed: (text) => {
      own.current = text;
    },
  };
}
