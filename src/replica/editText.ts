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
  for (const { keep, gone, put } of wholeCharacters(changes(now, next))) {
    at += keep.length;
    if (gone !== "") shared.delete(at, gone.length);
    if (put !== "") shared.insert(at, put);
    at += put.length;
  }
}

/** What stays, and what is put after it in place of what is gone. */
interface Step {
  keep: string;
  gone: string;
  put: string;
}

/** Changes as steps that never part a surrogate pair: half a character cannot be stored. */
function wholeCharacters(found: readonly Change[]): readonly Step[] {
  const steps: Step[] = [];
  for (const [kind, text] of found) {
    const last = steps.at(-1);
    if (kind === diff.EQUAL || last === undefined) {
      steps.push({ keep: "", gone: "", put: "" });
    }
    const step = steps.at(-1);
    if (step === undefined) continue;
    if (kind === diff.EQUAL) step.keep = text;
    else if (kind === diff.DELETE) step.gone += text;
    else step.put += text;
  }
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    if (before !== undefined && isSecondHalf(step.keep.charCodeAt(0))) {
      const half = step.keep.charAt(0);
      step.keep = step.keep.slice(1);
      before.gone += half;
      before.put += half;
    }
    if (isFirstHalf(step.keep.charCodeAt(step.keep.length - 1))) {
      const half = step.keep.slice(-1);
      step.keep = step.keep.slice(0, -1);
      step.gone = half + step.gone;
      step.put = half + step.put;
    }
  });
  return steps;
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
  const tail = now.slice(now.length - end);
  return [[diff.EQUAL, now.slice(0, start)], ...middle, [diff.EQUAL, tail]];
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
  return length;
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
  return length;
}
