import type { SpaceParts } from "./SpaceParts.ts";

/** The news that something about the spaces of a journal has changed. */
export interface News {
  /** To whoever listens in this tab; many changes at once are one piece of news. */
  readonly here: () => void;
  /** To the other tabs of this journal as well. */
  readonly everywhere: () => void;
  /** Returns a way to stop. */
  readonly listen: (listener: () => void) => () => void;
}

export function createNews({ timers, tellTabs }: Pick<SpaceParts, "timers" | "tellTabs">): News {
  const listeners = new Set<() => void>();
  let isTelling = false;
  const here = () => {
    if (isTelling) return;
    isTelling = true;
    timers.after(0, () => {
      isTelling = false;
      for (const listener of listeners) listener();
    });
  };
  return {
    here,
    everywhere: () => {
      tellTabs();
      here();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
