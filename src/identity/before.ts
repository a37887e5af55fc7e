/** The end of what stands before an offset, within its line, in lower case: at most `reach` UTF-16 units. */
export function before(text: string, at: number, reach: number): string {
  const from = text.slice(Math.max(0, at - reach), at);
  return from.slice(from.lastIndexOf("\n") + 1).toLowerCase();
}

/** The same within its sentence: nothing from before a full stop, question mark or semicolon. */
export function beforeInSentence(text: string, at: number, reach: number): string {
  const from = before(text, at, reach);
  const cut = Math.max(from.lastIndexOf(". "), from.lastIndexOf("? "), from.lastIndexOf("; "));
  return cut < 0 ? from : from.slice(cut + 2);
}
