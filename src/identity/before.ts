/** The end of what stands before an offset, within its line, in lower case: at most `reach` UTF-16 units. */
export function before(text: string, at: number, reach: number): string {
  const from = text.slice(Math.max(0, at - reach), at);
  return from.slice(from.lastIndexOf("\n") + 1).toLowerCase();
}

/** The same within its sentence: nothing from before a full stop, question mark or semicolon; "no. 7" is one sentence. */
export function beforeInSentence(text: string, at: number, reach: number): string {
  const from = before(text, at, reach);
  let cut = 0;
  for (const match of from.matchAll(
    /(?<!\b(?:nos?|num|nr|tel|ref|hosp|pt|ext|approx|mob|st|dr|c\.o)\.)(?<=[.?;]) /g,
  ))
    cut = match.index + 1;
  return from.slice(cut);
}
