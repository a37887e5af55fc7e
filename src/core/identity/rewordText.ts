/** Words to stand in for a stretch of a text, in UTF-16 offsets. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * The text with each stretch replaced and nothing else touched. The stretches lie inside the text and do
 * not overlap, in any order; the first of two that do overlap is taken.
 */
export function rewordText(text: string, rewordings: readonly Rewording[]): string {
  let written = "";
  let done = 0;
  for (const { start, end, words } of [...rewordings].sort((a, b) => a.start - b.start)) {
    if (start < done || end > text.length) continue;
    written += text.slice(done, start) + words;
    done = end;
  }
  return written + text.slice(done);
}
