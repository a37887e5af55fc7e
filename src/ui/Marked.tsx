import "./Marked.css";

/** A stretch of text, in UTF-16 offsets. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts `text` at the ranges; overlapping, unordered or outlying ranges are put right first. */
export function markedPieces(
  text: string,
  ranges: readonly MarkedRange[],
): readonly { readonly text: string; readonly at: number; readonly isMarked: boolean }[] {
  const pieces: { text: string; at: number; isMarked: boolean }[] = [];
  let done = 0;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.max(range.start, done);
    const end = Math.min(range.end, text.length);
    if (end <= start) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), at: done, isMarked: false });
    pieces.push({ text: text.slice(start, end), at: start, isMarked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), at: done, isMarked: false });
  return pieces;
}

/** Text with some of it marked as by a highlighter. */
export function Marked({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
}) {
  return (
    <span className="marked">
      {markedPieces(text, ranges).map((piece) =>
        piece.isMarked ? <mark key={piece.at}>{piece.text}</mark> : piece.text,
      )}
    </span>
  );
}
