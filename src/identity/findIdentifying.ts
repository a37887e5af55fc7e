import type { Finding } from "#core/identity/IdentityMark.ts";
import { findDates } from "./findDates.ts";
import { findNames } from "./findNames.ts";
import { findNumbers } from "./findNumbers.ts";
import { findPlaces } from "./findPlaces.ts";
import { findRarities } from "./findRarities.ts";

/**
 * What in a text may identify someone: findings in order, none overlapping, none empty. Where two finders
 * claim the same letters, the surer one keeps them: email, dates, numbers and addresses before names. It
 * never claims to be complete, changes nothing, depends on the text alone, and takes time in proportion to
 * its length whatever the text holds. Offsets are UTF-16 code units.
 */
export function findIdentifying(text: string): readonly Finding[] {
  const places = findPlaces(text);
  const taken: Finding[] = [];
  const email = places.filter((finding) => finding.kind === "EMAIL");
  const rest = places.filter((finding) => finding.kind !== "EMAIL");
  for (const group of [email, findDates(text), findNumbers(text), rest]) addFree(taken, group);
  addFree(taken, findNames(text, taken));
  addFree(taken, findRarities(text));
  return taken;
}

/** Merges the findings of a group into sorted ones, leaving out those that overlap what is there. */
function addFree(taken: Finding[], group: readonly Finding[]): void {
  const given = [...group].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Finding[] = [];
  let at = 0;
  for (const finding of given) {
    while (at < taken.length) {
      const next = taken[at];
      if (next === undefined || next.end > finding.start) break;
      merged.push(next);
      at += 1;
    }
    const last = merged.at(-1);
    const next = taken[at];
    if (last !== undefined && last.end > finding.start) continue;
    if (next !== undefined && next.start < finding.end) continue;
    if (finding.end > finding.start) merged.push(finding);
  }
  for (; at < taken.length; at += 1) {
    const next = taken[at];
    if (next !== undefined) merged.push(next);
  }
  taken.splice(0, taken.length);
  for (const finding of merged) taken.push(finding);
}
