import { type RefObject, useEffect } from "react";

/**
 * Where the focus is after Keep: in the composer, or nowhere. Anywhere else the person is busy with
 * something, and Tab is left as it is.
 */
function composerFocus(): Element | null {
  const active = document.activeElement;
  if (active === null || active === document.body) return document.body;
  return active.closest(".composer") === null ? null : active;
}

const isWrittenIn = (field: Element): boolean =>
  field instanceof HTMLTextAreaElement && field.value !== "";

/**
 * While `isWaiting`, the next press of Tab goes from the composer straight to the first button in
 * `place`, and Shift+Tab from there goes back, once each. The focus itself is not moved, so that a
 * person may write on; once they do, or have moved on themselves, Tab goes its usual way.
 */
export function useNextTab(place: RefObject<HTMLElement | null>, isWaiting: boolean): void {
  useEffect(() => {
    const from = composerFocus();
    if (!isWaiting || from === null) return;
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    let first: HTMLElement | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey) return;
      const isBack = event.shiftKey;
      const active = document.activeElement;
      if (first === null && !isBack && active === from && !isWrittenIn(from)) {
        first = place.current?.querySelector<HTMLElement>(".reminder button") ?? null;
        first?.focus();
        if (first !== null) event.preventDefault();
        return;
      }
      listening.abort();
      if (first === null || !isBack || active !== first || !(from instanceof HTMLElement)) return;
      event.preventDefault();
      from.focus();
    };
    document.addEventListener("keydown", onKey, options);
    document.addEventListener("input", () => listening.abort(), options);
    return () => listening.abort();
  }, [place, isWaiting]);
}
