import { type RefObject, useEffect, useRef, useState } from "react";

/** A long list shown in part until the rest is asked for. */
export interface AllOf<T, E extends Element> {
  /** The element whose children the items are. */
  readonly list: RefObject<E | null>;
  readonly shown: readonly T[];
  /** How many are not shown. */
  readonly more: number;
  readonly showAll: () => void;
}

/**
 * Shows the first few of `items`. When the rest is asked for, the button that asked is gone, so the
 * focus goes to the first of the items that came.
 */
export function useAllOf<T, E extends Element = HTMLUListElement>(
  items: readonly T[],
  atFirst: number,
): AllOf<T, E> {
  const list = useRef<E>(null);
  const [isAll, setAll] = useState(false);
  useEffect(() => {
    if (!isAll) return;
    const first = list.current?.children[atFirst];
    first?.querySelector<HTMLElement>("a, button")?.focus();
  }, [isAll, atFirst]);
  const shown = isAll ? items : items.slice(0, atFirst);
  return { list, shown, more: items.length - shown.length, showAll: () => setAll(true) };
}
