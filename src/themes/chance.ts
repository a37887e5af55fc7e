import type { Signs } from "./signs.ts";

/** How likely two entries are one thing, in two senses; each 0 to 1. */
export interface Chances {
  /** Something that keeps coming back these days, which the person would link. */
  readonly comingBack: number;
  /** The same subject, however long ago. */
  readonly sameSubject: number;
}

/**
 * What each sign adds to the log odds. Fitted by logistic regression on simulated writers
 * (docs/themes.md tells how, and how it was checked across sets).
 */
interface Fit {
  readonly base: number;
  readonly weights: Signs;
}

const comingBack: Fit = {
  base: -8.02,
  weights: {
    alike: 1.13,
    alikeToTheme: 2.56,
    standsOut: 0.26,
    sharedWeight: 0.48,
    near: 2.58,
    nearAndAlike: 1.68,
    isTheme: 1.82,
    refused: -0.55,
    place: 1.58,
  },
};

const sameSubject: Fit = {
  base: -4.26,
  weights: {
    alike: 2.62,
    alikeToTheme: 2.17,
    standsOut: 2.47,
    sharedWeight: 0.69,
    near: -0.59,
    nearAndAlike: 0.41,
    isTheme: -0.44,
    refused: -0.35,
    place: 0.59,
  },
};

const chance = ({ base, weights }: Fit, signs: Signs): number => {
  let odds = base;
  for (const [sign, weight] of Object.entries(weights)) {
    odds += weight * signs[sign as keyof Signs];
  }
  return 1 / (1 + Math.exp(-odds));
};

/** The chances that an entry and an earlier one, or a theme, are one thing. */
export const chancesOf = (signs: Signs): Chances => ({
  comingBack: chance(comingBack, signs),
  sameSubject: chance(sameSubject, signs),
});

/** The chance that at least one of several is right, taken as independent. */
const any = (chances: readonly number[]): number =>
  1 - chances.reduce((none, each) => none * (1 - each), 1);

/** What comes first among what may be shown: what keeps coming back, then the same subject long ago. */
export const rankOf = ({ comingBack, sameSubject }: Chances): number =>
  comingBack + 0.1 * sameSubject;

/** What it is worth to show these together, 0 to 1.3. An old entry on the same subject is worth a third of what keeps coming back. */
export const worthOf = (shown: readonly Chances[]): number =>
  any(shown.map((each) => each.comingBack)) + 0.3 * any(shown.map((each) => each.sameSubject));
