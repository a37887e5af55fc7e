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
  /** 1 for the most alike of all earlier entries, a half for the next, and so on. */
  readonly place: number;
  readonly near: number;
  readonly nearAndAlike: number;
  /** 1 for a theme, 0 for a lone entry. */
  readonly isTheme: number;
  /** How often the person said of something else that it is not the same as this, logarithm. */
  readonly refused: number;
}

/** What the signs are read from. */
export interface SignsOf {
  /** When the entry in hand happened. */
  readonly at: number;
  readonly best: Compared;
  /** How many earlier entries are more alike. */
  readonly before: number;
  /** The members of the theme, or the lone entry itself. */
  readonly members: readonly Compared[];
  /** The mean cosine of the entries most like the one in hand. */
  readonly usual: number;
  /** How many other entries the person said differ from any of the members. */
  readonly refusals: number;
}

/** Reads the signs. */
export function signsOf({ at, best, before, members, usual, refusals }: SignsOf): Signs {
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
    place: 1 / (before + 1),
    near,
    nearAndAlike: near * alike,
    isTheme: isTheme ? 1 : 0,
    refused: Math.log1p(refusals),
  };
}
