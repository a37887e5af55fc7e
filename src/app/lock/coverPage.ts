/** Hides everything on the page at once, before any other work: for locking and for task switchers. */
export function coverPage(): void {
  document.documentElement.dataset.covered = "";
}

/** Shows the page again. */
export function uncoverPage(): void {
  delete document.documentElement.dataset.covered;
}
