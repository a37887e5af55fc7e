import type { Signs } from "./signs.ts";

/**
 * What each sign adds to the log odds that two entries are the same thing. Fitted by logistic
 * regression on simulated writers (docs/themes.md tells how, and how it was checked across sets).
 */
const base = -6.02;
const weights: Signs = {
  alike: 1.71,
  alikeToTheme: 7.07,
  standsOut: 2.18,
  sharedWeight: 0.61,
  sharedTerms: -0.25,
  near: 0.76,
  nearAndAlike: 1.72,
  isTheme: -0.55,
};

/** The chance, 0 to 1, that a person would say "same thing". */
export function chanceOf(signs: Signs): number {
  let odds = base;
  for (const [sign, weight] of Object.entries(weights)) {
    odds += weight * signs[sign as keyof Signs];
  }
  return 1 / (1 + Math.exp(-odds));
}
