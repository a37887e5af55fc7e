let held: HTMLElement | null = null;

/** Hides everything on the page at once, before any other work: for locking and for task switchers. */
export function coverPage(): void {
  const root = document.documentElement;
  if (root.dataset.covered !== undefined) return;
  // What is hidden loses the focus; a sentence is gone on with where it was left.
  held = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  root.dataset.covered = "";
}

/** Shows the page again, with the focus where it was. */
export function uncoverPage(): void {
  const root = document.documentElement;
  if (root.dataset.covered === undefined) return;
  delete root.dataset.covered;
  const before = held;
  held = null;
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (before?.isConnected && isFree) before.focus({ preventScroll: true });
}
