/** Gives the focus to the heading of the page, where what held it was done with and has gone. */
export const focusPageHeading = (): void =>
  document.querySelector<HTMLElement>(".page-header h1")?.focus({ preventScroll: true });
