/** A short message that something was done, with a way to take it back where there is one. */
export interface Toast {
  readonly key: number;
  readonly text: string;
  readonly undo: (() => void) | null;
}

let toasts: readonly Toast[] = [];
let nextKey = 1;
const listeners = new Set<() => void>();

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Shows and reads out a message. It must not hold a person's words. It takes the place of a message
 * that only told; one that can be undone stays beside it, so that at most two are on screen.
 */
export function notify(toast: { readonly text: string; readonly undo?: () => void }): void {
  const fresh = { key: nextKey++, text: toast.text, undo: toast.undo ?? null };
  put([...toasts.filter((toast) => toast.undo !== null), fresh].slice(-2));
}

/** Takes a message off the screen. */
export function dismissToast(key: number): void {
  put(toasts.filter((toast) => toast.key !== key));
}

/** What is on screen now; the same array until it changes. */
export const currentToasts = (): readonly Toast[] => toasts;

/** Calls back after every change; returns a way to stop. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
