import type { CheckedText } from "#core/identity/CheckedText.ts";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId } from "./identifiers.ts";
import type { Rewriting } from "./SharedProposal.ts";

/** Two people's versions of the same sentences, written apart: neither had seen the other's. */
export interface WrittenApart {
  readonly part: string;
  /** In no order that tells whose is whose: nobody's device proves it. Empty: taken out, or written on since. */
  readonly versions: readonly [string, string];
  /** Marks of the sentences that both began from. */
  readonly sentences: readonly string[];
}

/**
 * A mark that two devices give to the same sentence: ten bits of its FNV-1a hash. A thousandth of all
 * sentences have the same one, so that nobody who guesses at a word that was taken out learns whether
 * they are right; for two sentences of one text to meet by chance is rare, and only shows them once.
 */
export function sentenceMark(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sentence.length; at += 1)
    hash = Math.imul(hash ^ sentence.charCodeAt(at), 0x01000193);
  const folded = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & 0x3ff;
  return folded.toString(32).padStart(2, "0");
}

/** Where two texts differ: the offset they part at, and those at which they meet again. */
function changed(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, growth: after.length - before.length };
}

/** Marks of the sentences of `before` that `after` words otherwise, and how; null where it only adds between them. */
export function rewritten(
  before: string,
  after: string,
): { readonly was: string; readonly now: string } | null {
  const { start, end, growth } = changed(before, after);
  const touched = sentencesOf(before).filter((sentence) =>
    start === end
      ? sentence.start < start && start < sentence.end
      : sentence.start < end && start < sentence.end,
  );
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = Math.min(first.start, start);
  const to = Math.max(last.end, end);
  const was = touched.map(({ text }) => sentenceMark(text)).join(" ");
  return { was, now: after.slice(from, to + growth).trim() };
}

/** What one person has made of each text since they opened it, or since somebody else's words came in. */
export type Sitting = Map<string, { readonly base: string; readonly left: string }>;

const marksOf = ({ was }: Rewriting): readonly string[] => was.split(" ");

/** Marks that both began from, where two people worded the same sentences of a text differently. */
function apart(one: Rewriting, other: Rewriting): readonly string[] {
  if (one.part !== other.part || one.by === other.by || one.now === other.now) return [];
  const theirs = marksOf(other);
  return marksOf(one).filter((mark) => theirs.includes(mark));
}

/** Words stay only while the text says them too, or while two versions are shown: what is taken out goes from here as well. */
const withoutGoneWords = (
  rewritings: readonly Rewriting[],
  texts: ReadonlyMap<string, string>,
): readonly Rewriting[] =>
  rewritings.map((one) =>
    texts.get(one.part)?.includes(one.now) ||
    rewritings.some((other) => apart(one, other).length > 0)
      ? one
      : { ...one, now: "" },
  );

/**
 * The rewritings of a proposal after `by` changed its texts from `before` to `after`. A sitting goes on
 * as long as nobody else's words come between; then what was read is what is written on.
 */
export function noteRewritings(
  rewritings: readonly Rewriting[],
  sitting: Sitting,
  by: MemberId,
  before: readonly CheckedText[],
  after: readonly CheckedText[],
): readonly Rewriting[] {
  // A text that is blank is not among them.
  const were = new Map(before.map(({ id, text }) => [id, text]));
  const are = new Map(after.map(({ id, text }) => [id, text]));
  const noted = [...new Set([...were.keys(), ...are.keys()])].reduce((all, id) => {
    const was = were.get(id) ?? "";
    const text = are.get(id) ?? "";
    if (was === text) return all;
    const known = sitting.get(id);
    const base = known?.left === was ? known.base : was;
    sitting.set(id, { base, left: text });
    const made = rewritten(base, text);
    const others = all.filter((one) => one.by !== by || one.part !== id);
    return made === null ? others : [...others, { by, part: id, ...made }];
  }, rewritings);
  return withoutGoneWords(noted, are);
}

/** Sentences that two people worded apart, each beginning from the same words. */
export function writtenApart(rewritings: readonly Rewriting[]): readonly WrittenApart[] {
  return rewritings.flatMap((one, at) =>
    rewritings.slice(at + 1).flatMap((other): readonly WrittenApart[] => {
      const sentences = apart(one, other);
      if (sentences.length === 0) return [];
      const [first = "", second = ""] = [one.now, other.now].sort();
      return [{ part: one.part, versions: [first, second], sentences }];
    }),
  );
}

/** The rewritings without those of sentences that somebody says read well together now. */
export const settle = (
  rewritings: readonly Rewriting[],
  { part, sentences }: WrittenApart,
): readonly Rewriting[] =>
  rewritings.filter(
    (one) => one.part !== part || !marksOf(one).some((mark) => sentences.includes(mark)),
  );
