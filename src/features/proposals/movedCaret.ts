/**
 * Where a caret belongs after the text around it was replaced: it stays beside the same words. Both
 * texts are compared from either end; a caret within what changed goes to the end of the change.
 */
export function movedCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (caret <= head) return caret;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  return caret >= before.length - tail ? caret + after.length - before.length : after.length - tail;
}
