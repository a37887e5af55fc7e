/**
 * Every match of a global pattern in a text, as `matchAll` gives them. `matchAll` copies the pattern at each call,
 * and a long pattern's copy may be compiled anew each time; this runs the pattern itself, from the start.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return found;
}
