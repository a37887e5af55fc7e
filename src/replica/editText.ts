import diff from "fast-diff";
import type * as Y from "yjs";

/** Beyond this many characters on either side of a change, it is told apart by lines, not by characters. */
const closeUp = 2_000;
/** Beyond this many lines, the changed stretch is replaced as a whole: comparing costs their square. */
const mostLines = 2_000;

type Change = readonly [kind: number, text: string];

/** Makes a shared text read `next` by as few insertions and deletions as is quick to find, so that others' edits of it stay. */
export function editText(shared: Y.Text, next: string): void {
  const now = shared.toString();
  if (now === next) return;
  let at = 0;
  for (const [kind, text] of changes(now, next)) {
    if (kind === diff.INSERT) shared.insert(at, text);
    else if (kind === diff.DELETE) shared.delete(at, text.length);
    if (kind !== diff.DELETE) at += text.length;
  }
}

function changes(now: string, next: string): readonly Change[] {
  const start = sharedStart(now, next);
  const end = sharedEnd(now.slice(start), next.slice(start));
  const from = now.slice(start, now.length - end);
  const to = next.slice(start, next.length - end);
  const middle =
    Math.min(from.length, to.length) === 0 || Math.max(from.length, to.length) <= closeUp
      ? diff(from, to, undefined, true)
      : changedLines(from, to);
  return [[diff.EQUAL, now.slice(0, start)], ...middle];
}

/** Lines stand for single characters while they are compared; lines that differ are then compared closely where short. */
function changedLines(from: string, to: string): readonly Change[] {
  const lines = new Map<string, string>();
  const names = new Map<string, string>();
  const named = (text: string) =>
    text
      .split(/(?<=\n)/)
      .map((line) => {
        // From U+E000 on: no halves of surrogate pairs among the first 6,400.
        const name = lines.get(line) ?? String.fromCharCode(0xe000 + lines.size);
        lines.set(line, name);
        names.set(name, line);
        return name;
      })
      .join("");
  const fromNames = named(from);
  const toNames = named(to);
  const whole: readonly Change[] = [
    [diff.DELETE, from],
    [diff.INSERT, to],
  ];
  if (fromNames.length > mostLines || toNames.length > mostLines) return whole;
  const spelled = (text: string) => Array.from(text, (name) => names.get(name) ?? "").join("");
  const found = diff(fromNames, toNames).map(([kind, text]): Change => [kind, spelled(text)]);
  return found.flatMap((change, at): readonly Change[] => {
    const [kind, text] = change;
    const after = found[at + 1];
    const before = found[at - 1];
    const short = (other: Change | undefined) =>
      other !== undefined && Math.max(other[1].length, text.length) <= closeUp;
    if (kind === diff.DELETE && after?.[0] === diff.INSERT && short(after)) {
      return diff(text, after[1], undefined, true);
    }
    if (kind === diff.INSERT && before?.[0] === diff.DELETE && short(before)) return [];
    return [change];
  });
}

const isFirstHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isSecondHalf = (code: number) => code >= 0xdc00 && code <= 0xdfff;

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  // Never part a surrogate pair: half a character cannot be stored.
  return length > 0 && isFirstHalf(one.charCodeAt(length - 1)) ? length - 1 : length;
}

function sharedEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length += 1;
  }
  return length > 0 && isSecondHalf(one.charCodeAt(one.length - length)) ? length - 1 : length;
}
