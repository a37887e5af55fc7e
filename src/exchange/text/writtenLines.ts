/** One line of a text: its number from 1, and what it says without its line feed. */
export interface WrittenLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text that are not empty, one after the other, without ever holding them all. */
export function* writtenLines(text: string): Generator<WrittenLine> {
  let number = 1;
  for (let start = 0; start < text.length; number += 1) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    if (stop > start) yield { number, text: text.slice(start, stop) };
    start = stop + 1;
  }
}
