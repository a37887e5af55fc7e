import { useEffect, useMemo, useState } from "react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { IdentityCheck } from "#core/identity/IdentityCheck.ts";
import type { IdentityMark } from "#core/identity/IdentityMark.ts";
import { type Decision, rememberDecisions, rememberedDecisions } from "./Decision.ts";
import { decidedTexts, type ReviewPart, reviewParts } from "./reviewParts.ts";

/** A person going through what may identify someone in some texts. It warns and never blocks. */
export interface IdentityReview {
  /** `unavailable`: the check cannot run; the texts leave as they are. */
  readonly state: "checking" | "ready" | "unavailable";
  readonly parts: readonly ReviewPart[];
  /** How many things were marked, and how many of them nothing was decided about yet. */
  readonly count: number;
  readonly open: number;
  /** The texts as decided so far, in the order given: what leaves. Undecided marks stand as written. */
  readonly texts: readonly CheckedText[];
  /** Decides about one mark; null takes the decision back. */
  readonly decide: (key: string, decision: Decision | null) => void;
  /** Accepts every suggestion about which nothing was decided. */
  readonly acceptAll: () => void;
  /** Takes back every decision about these texts. */
  readonly startOver: () => void;
}

/** Words still being typed are looked at once the person pauses, in milliseconds. */
const pause = 500;

interface Answer {
  readonly asked: string;
  readonly marks: readonly (readonly IdentityMark[])[] | null;
}

/**
 * Reviews `texts` before they leave the journal: shown by `IdentityReviewView`, or as a count beside a
 * way out. `known`: names known to all who will read them. Decisions are remembered in memory until the journal locks and are never written down.
 */
export function useIdentityReview(
  identity: IdentityCheck,
  texts: readonly CheckedText[],
  known: readonly string[] = [],
): IdentityReview {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [decisions, setDecisions] = useState(() => rememberedDecisions(identity));
  const asked = JSON.stringify([texts.map(({ id, text }) => [id, text]), known]);
  const isFirst = answer === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what the texts say
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const found = await identity.check(
        texts.map(({ text }) => text),
        known,
      );
      if (isWanted) setAnswer({ asked, marks: found.ok ? found.value : null });
    };
    const timer = setTimeout(() => void look(), isFirst ? 0 : pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [identity, asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what the texts say
  const parts = useMemo(
    () => reviewParts(texts, (answer?.asked === asked ? answer.marks : null) ?? [], decisions),
    [asked, answer, decisions],
  );
  const leaving = useMemo(() => decidedTexts(parts), [parts]);
  const marks = parts.flatMap((part) => part.marks);

  const change = (changed: ReadonlyMap<string, Decision | null>) => {
    const next = new Map(decisions);
    for (const [key, decision] of changed)
      if (decision === null) next.delete(key);
      else next.set(key, decision);
    rememberDecisions(identity, next);
    setDecisions(next);
  };
  return {
    state: answer?.asked !== asked ? "checking" : answer.marks === null ? "unavailable" : "ready",
    parts,
    count: marks.length,
    open: marks.filter(({ decision }) => decision === null).length,
    texts: leaving,
    decide: (key, decision) => change(new Map([[key, decision]])),
    acceptAll: () =>
      change(
        new Map(
          marks
            .filter(({ decision, suggested }) => decision === null && suggested !== null)
            .map(({ key }) => [key, { type: "accepted" }]),
        ),
      ),
    startOver: () => change(new Map(marks.map(({ key }) => [key, null]))),
  };
}
