import type { Kept } from "./corpus.ts";
import type { Likeness } from "./likeness.ts";

/** An earlier entry and how alike it is to the one in hand. */
export interface Compared {
  readonly kept: Kept;
  readonly like: Likeness;
}

const day = 86_400_000;
/** Days after which nearness in time counts for about a third. */
const fades = 45;

/** 1 for the same time, falling towards 0 the further apart two moments are, either way. */
const nearness = (a: number, b: number): number => Math.exp(-Math.abs(a - b) / (fades * day));

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/**
 * What speaks for and against an earlier entry, or a theme through its most alike member, being the
 * same thing. All are numbers from 0 to a few.
 */
export interface Signs {
  /** Root of the cosine with the most alike member. */
  readonly alike: number;
  /** Root of the mean cosine with the three most alike members of a theme; 0 for a lone entry. */
  readonly alikeToTheme: number;
  /** How far the cosine is above what is usual for this entry; may be below 0. */
  readonly standsOut: number;
  /** How much surprise is in the shared terms, logarithm. */
  readonly sharedWeight: number;
  /** How many terms are shared, logarithm. */
  readonly sharedTerms: number;
  readonly near: number;
  readonly nearAndAlike: number;
  /** 1 for a theme, 0 for a lone entry. */
  readonly isTheme: number;
}

/**
 * Reads the signs. `members` are the members of the theme, or the lone entry itself; `usual` is the
 * mean cosine of the entries most like this one.
 */
export function signsOf(
  at: number,
  best: Compared,
  members: readonly Compared[],
  usual: number,
): Signs {
  const near = Math.max(...[best, ...members].map((each) => nearness(at, each.kept.at)));
  const top = members
    .map((member) => member.like.cosine)
    .sort((a, b) => b - a)
    .slice(0, 3);
  const isTheme = members.length > 1;
  const alike = Math.sqrt(best.like.cosine);
  return {
    alike,
    alikeToTheme: isTheme ? Math.sqrt(mean(top)) : 0,
    standsOut: best.like.cosine - usual,
    sharedWeight: Math.log1p(best.like.shared),
    sharedTerms: Math.log1p(best.like.many),
    near,
    nearAndAlike: near * alike,
    isTheme: isTheme ? 1 : 0,
  };
}
