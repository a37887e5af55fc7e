/** A sentence and what in it identifies someone. */
export interface Gold {
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
  }[];
}

/**
 * Reads one marked sentence a line: `[KIND|words]` marks words; `[KIND|all words|marked words]` marks a
 * part of them. A line's end inside a note is written `\\n`.
 */
export function readGold(lines: string): Gold[] {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      let text = "";
      const spans: Gold["spans"][number][] = [];
      for (const piece of line.replaceAll("\\n", "\n").split(/(\[[A-Z_]+\|[^\]]+\])/)) {
        const [, type, words, part] = /^\[([A-Z_]+)\|([^|\]]+)(?:\|([^\]]+))?\]$/.exec(piece) ?? [];
        if (type === undefined || words === undefined) {
          text += piece;
          continue;
        }
        const marked = part ?? words;
        const start = text.length + words.indexOf(marked);
        spans.push({ start, end: start + marked.length, type });
        text += words;
      }
      return { text, spans };
    });
}
