import type { Finding } from "#core/identity/IdentityMark.ts";
import { addressRules } from "./addressRules.ts";
import { beforeInSentence } from "./before.ts";
import { findLowAddresses } from "./findLowAddresses.ts";
import { matchesOf } from "./matchesOf.ts";

const organisation =
  /(?:Hospital|Infirmary|Surgery|Clinic|Ward|Health Centre|Practice|School|(?<!^)Unit)\b/;

/** Where somebody lives: house number and street, house by name, a street or house after "lives at". */
export function findAddresses(text: string): Finding[] {
  const found: Finding[] = findLowAddresses(text);
  for (const { pattern, needs, why, holds } of addressRules) {
    if (!needs.test(text)) continue;
    for (const match of matchesOf(pattern, text)) {
      const { index } = match;
      if (isPublic(text, index, match[0])) continue;
      if (holds?.(beforeInSentence(text, index, 48), match) === false) continue;
      found.push({ kind: "ADDRESS", start: index, end: index + match[0].length, why });
    }
  }
  return found;
}

const isPublic = (text: string, at: number, said: string) =>
  organisation.test(said) ||
  /^ (?:Hospital|Surgery|Clinic|Medical|Health|Practice|ward|Ward|Centre)/.test(
    text.slice(at + said.length, at + said.length + 12),
  );
