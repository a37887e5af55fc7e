import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { IdentityKind, IdentityMark, IdentityReason } from "#core/identity/IdentityMark.ts";
import { type Rewording, rewordText } from "#core/identity/rewordText.ts";
import type { Decision, Decisions } from "./Decision.ts";
import { wordingText } from "./wordingText.ts";

/** A mark as a person sees it: its number, what is suggested, what was decided. */
export interface ReviewMark {
  /** Stays the same while other words of the text change. */
  readonly key: string;
  readonly number: number;
  readonly kind: IdentityKind;
  readonly why: IdentityReason;
  /** What may identify someone, in UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** The stretch that other words stand in for; holds `start` to `end`. */
  readonly from: number;
  readonly to: number;
  /** What the suggestion stands in for, where that is more than the mark: "on 3 November 2025". */
  readonly whole: string;
  /** Null where there is no suggestion; empty where the sentence reads on without. */
  readonly suggested: string | null;
  readonly decision: Decision | null;
  /** What stands in for it, or null while it stays as written. */
  readonly words: string | null;
}

/** One text of a review with what was marked in it. */
export interface ReviewPart {
  readonly text: CheckedText;
  readonly marks: readonly ReviewMark[];
}

function wordsOf(decision: Decision | null, suggested: string | null): string | null {
  switch (decision?.type) {
    case "accepted":
      return suggested;
    case "edited":
      return decision.words;
    default:
      return null;
  }
}

/**
 * The stretch that `words` stand in for. What reads on without the mark takes its comma or space along;
 * words of the person's own stand exactly where the mark did.
 */
function stretchOf(
  text: string,
  { start, end, suggestion }: IdentityMark,
  words: string | null,
  suggested: string | null,
): { readonly from: number; readonly to: number } {
  if (suggestion === null || (suggested === "" && words !== "")) return { from: start, to: end };
  const { start: from, end: to } = suggestion;
  const spaced = words === "" && suggested !== "" && text[from - 1] === " ";
  return { from: spaced && /^(?:[ .,;:!?)]|$)/.test(text.slice(to, to + 1)) ? from - 1 : from, to };
}

/** Joins texts, what was found in each, and what was decided; numbers the marks from 1. */
export function reviewParts(
  texts: readonly CheckedText[],
  found: readonly (readonly IdentityMark[])[],
  decisions: Decisions,
): readonly ReviewPart[] {
  let number = 0;
  return texts.map((text, at) => {
    const times = new Map<string, number>();
    const marks = (found[at] ?? []).map((mark): ReviewMark => {
      const { kind, why, start, end, suggestion } = mark;
      const written = text.text.slice(start, end);
      const name = JSON.stringify([text.id, kind, written]);
      const nth = (times.get(name) ?? 0) + 1;
      times.set(name, nth);
      const key = `${name} ${nth}`;
      const suggested = suggestion ? wordingText(suggestion) : null;
      const decision = decisions.get(key) ?? null;
      const words = wordsOf(decision, suggested);
      number += 1;
      return {
        key,
        number,
        kind,
        why,
        start,
        end,
        written,
        whole:
          suggestion && suggested
            ? text.text.slice(suggestion.start, suggestion.end).replace(/,$/, "")
            : written,
        ...stretchOf(text.text, mark, words, suggested),
        suggested,
        decision,
        words,
      };
    });
    return { text, marks };
  });
}

/** The texts as the person decided: what was not decided, or kept, stands as written. */
export const decidedTexts = (parts: readonly ReviewPart[]): readonly CheckedText[] =>
  parts.map(({ text, marks }) => ({
    ...text,
    text: rewordText(
      text.text,
      marks.flatMap(({ from, to, words }): Rewording[] =>
        words === null ? [] : [{ start: from, end: to, words }],
      ),
    ),
  }));
