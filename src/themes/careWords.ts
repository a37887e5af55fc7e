/**
 * Words that everybody in care writes, as stems, with about the share of notes that say them: everyday
 * English takes them for rare, so that in a journal of a dozen notes one "patient" or "bed" seemed to
 * stand out. Written from knowledge of the work, not counted in any of the data this is measured on.
 */
export const careWords: ReadonlyMap<string, number> = new Map([
  ["patient", 0.2],
  ["nurs", 0.1],
  ["staff", 0.1],
  ["ward", 0.1],
  ["bed", 0.08],
  ["doctor", 0.08],
  ["shift", 0.08],
  ["hospit", 0.08],
  ["bay", 0.06],
  ["clinic", 0.06],
  ["colleagu", 0.06],
  ["relat", 0.06],
  ["famili", 0.06],
  ["student", 0.05],
  ["resid", 0.05],
]);
