/** The longest stretch that is read as Markdown in one go, in UTF-16 units: about what can be drawn without a pause. */
const stretch = 6000;

/**
 * A long text cut at blank lines into stretches that can be drawn one after another, so that the
 * page never stops answering. Joined with a blank line they are the text again. `isPlain` stretches
 * have no blank line to cut at for too long and are shown as they are.
 */
export function cutMarkdown(
  text: string,
): readonly { readonly at: number; readonly text: string; readonly isPlain: boolean }[] {
  const pieces: { at: number; text: string; isPlain: boolean }[] = [];
  let at = 0;
  while (at < text.length || pieces.length === 0) {
    const rest = text.length - at;
    const gap = rest <= stretch ? -1 : text.lastIndexOf("\n\n", at + stretch);
    const next = gap > at ? gap : rest <= stretch ? text.length : nextGap(text, at + stretch);
    const piece = text.slice(at, next);
    pieces.push({ at, text: piece, isPlain: piece.length > 2 * stretch });
    at = next + 2;
  }
  return pieces;
}

function nextGap(text: string, from: number): number {
  const gap = text.indexOf("\n\n", from);
  return gap === -1 ? text.length : gap;
}
