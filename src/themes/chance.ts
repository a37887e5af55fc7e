import type { Signs } from "./signs.ts";

/**
 * What each sign adds to the log odds that two entries are the same thing. Fitted by logistic
 * regression on simulated writers (docs/themes.md tells how, and how it was checked across sets).
 */
const base = -5.97;
const weights: Signs = {
  alike: 1.68,
  alikeToTheme: 6.83,
  standsOut: 1.88,
  sharedWeight: 0.61,
  sharedTerms: -0.23,
  near: 0.44,
  nearAndAlike: 2.24,
  isTheme: 0,
};

/** The chance, 0 to 1, that a person would say "same thing". */
export function chanceOf(signs: Signs): number {
  let odds = base;
  for (const [sign, weight] of Object.entries(weights)) {
    odds += weight * signs[sign as keyof Signs];
  }
  return 1 / (1 + Math.exp(-odds));
}
