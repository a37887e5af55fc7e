import type { Finding, IdentityMark, Suggestion } from "#core/identity/IdentityMark.ts";
import type { Candidate } from "./Candidate.ts";
import { suggestForDate } from "./suggestForDate.ts";
import { suggestForAge, suggestForNumber } from "./suggestForNumber.ts";
import { peopleWordings } from "./suggestForPerson.ts";
import {
  suggestForAddress,
  suggestForBed,
  suggestForCarePlace,
  suggestForPostcode,
} from "./suggestForPlace.ts";

/** Whether a sentence, or a line of a list, begins at this offset. */
const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?]["”’)]*\s+|\n)\s*(?:[-*•]\s+)?["“‘(]?$/.test(text.slice(Math.max(0, at - 40), at));

/**
 * Findings, sorted and apart, each with a general wording where there is one. What the suggestions
 * stand in for never overlaps another finding or suggestion.
 */
export function suggestWordings(
  text: string,
  findings: readonly Finding[],
): readonly IdentityMark[] {
  const person = peopleWordings(text);
  const candidates = (finding: Finding, before: Finding | undefined): readonly Candidate[] => {
    switch (finding.kind) {
      case "PERSON":
        return person(finding);
      case "DATE":
        return suggestForDate(text, finding);
      case "ADDRESS":
        return suggestForAddress(text, finding);
      case "POSTCODE":
        return suggestForPostcode(text, finding, before);
      case "BED":
        return suggestForBed(text, finding);
      case "CARE_PLACE":
        return suggestForCarePlace(text, finding);
      case "AGE":
        return suggestForAge(text, finding);
      case "COMBINATION":
        return [];
      default:
        return suggestForNumber(text, finding);
    }
  };
  let past = 0;
  return findings.map((finding, at) => {
    const next = findings[at + 1]?.start ?? text.length;
    const from = Math.max(past, findings[at - 1]?.end ?? 0);
    const fits = candidates(finding, findings[at - 1]).find(
      ({ start, end }) => start >= from && end <= next,
    );
    past = fits?.end ?? finding.end;
    return { ...finding, suggestion: fits ? placed(text, fits) : null };
  });
}

function placed(text: string, { start, end, wording }: Candidate): Suggestion {
  const opens =
    opensSentence(text, start) && /^["“‘(]?[\p{Lu}\d]/u.test(text.slice(start, start + 3));
  return { start, end, wording, opens };
}
