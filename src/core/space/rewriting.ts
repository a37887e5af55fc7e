import type { CheckedText } from "#core/identity/CheckedText.ts";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId } from "./identifiers.ts";
import type { Rewriting } from "./SharedProposal.ts";

/** Two people's versions of the same sentences, written apart: neither had seen the other's. */
export interface WrittenApart {
  readonly part: string;
  readonly versions: readonly [Rewriting, Rewriting];
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

/** The sentences of `before` that `after` words otherwise, and how; null where it only adds between them. */
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
  return { was: before.slice(from, to), now: after.slice(from, to + growth).trim() };
}

/** What one person has made of each text since they opened it, or since somebody else's words came in. */
export type Sitting = Map<string, { readonly base: string; readonly left: string }>;

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
  const were = new Map(before.map(({ id, text }) => [id, text]));
  return after.reduce((all, { id, text }) => {
    const was = were.get(id) ?? "";
    if (was === text) return all;
    const known = sitting.get(id);
    const base = known?.left === was ? known.base : was;
    sitting.set(id, { base, left: text });
    const made = rewritten(base, text);
    const others = all.filter((one) => one.by !== by || one.part !== id);
    return made === null ? others : [...others, { by, part: id, ...made }];
  }, rewritings);
}

/** Sentences that two people worded apart, each beginning from the same words. */
export function writtenApart(rewritings: readonly Rewriting[]): readonly WrittenApart[] {
  return rewritings.flatMap((one, at) =>
    rewritings
      .slice(at + 1)
      .filter(
        (other) =>
          other.part === one.part &&
          other.by !== one.by &&
          other.now !== one.now &&
          (other.was.includes(one.was) || one.was.includes(other.was)),
      )
      .map((other) => ({ part: one.part, versions: [one, other] as const })),
  );
}

/** The rewritings without those that somebody says read well together now. */
export const settle = (
  rewritings: readonly Rewriting[],
  { part, versions }: WrittenApart,
): readonly Rewriting[] =>
  rewritings.filter((one) => one.part !== part || !versions.some(({ by }) => by === one.by));
