import type { CheckedText } from "#core/identity/CheckedText.ts";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { Rewriting } from "./SharedProposal.ts";

/** People's versions of the same sentences, written apart: none had seen the others'. */
export interface WrittenApart {
  readonly part: string;
  /** In no order that tells whose is whose: nobody's device proves it. Empty: taken out, or written on since. */
  readonly versions: readonly string[];
  /** Marks of the sentences that they began from. */
  readonly sentences: readonly string[];
}

const marksOf = ({ was }: Rewriting): readonly string[] => (was === "" ? [] : was.split(" "));

const hasSeen = ({ saw }: Rewriting, { by, n }: Rewriting): boolean => (saw[by] ?? -1) >= n;

/** Whether two people worded the same sentence of a text, neither having seen the other's. */
export function apart(one: Rewriting, other: Rewriting): boolean {
  if (one.part !== other.part || one.by === other.by) return false;
  if (hasSeen(one, other) || hasSeen(other, one) || (one.now === "" && other.now === ""))
    return false;
  const theirs = marksOf(other);
  return marksOf(one).some((mark) => theirs.includes(mark));
}

/** Those that hang together with `first`, by each being apart from one of the rest. */
function together(first: Rewriting, all: readonly Rewriting[]): ReadonlySet<Rewriting> {
  const found = new Set([first]);
  for (const one of found)
    for (const other of all) if (!found.has(other) && apart(one, other)) found.add(other);
  return found;
}

/**
 * Whether one version holds every sentence of the others, and stands in the text once: they wrote the
 * same, or somebody put both together while another chose one.
 */
function standsOnce(versions: readonly string[], text: string): boolean {
  const wordings = versions.map((version) => sentencesOf(version).map(({ text }) => text));
  const most = wordings.reduce((one, other) => (other.length > one.length ? other : one), []);
  const read = sentencesOf(text).map(({ text }) => text);
  const isOnce = (wanted: string) => read.filter((sentence) => sentence === wanted).length === 1;
  const isWithin = (words: readonly string[]) =>
    words.length > 0 && words.every((sentence) => most.includes(sentence));
  return wordings.every(isWithin) && most.every(isOnce);
}

/** Sentences that people worded apart, each beginning from the same words; `texts`: as they read now. */
export function writtenApart(
  rewritings: readonly Rewriting[],
  texts: readonly CheckedText[],
): readonly WrittenApart[] {
  const done = new Set<Rewriting>();
  return rewritings.flatMap((first): readonly WrittenApart[] => {
    if (done.has(first)) return [];
    const found = together(first, rewritings);
    for (const one of found) done.add(one);
    if (found.size === 1) return [];
    const { part } = first;
    const sentences = [...new Set([...found].flatMap(marksOf))];
    const byMember = new Map<string, string[]>();
    // As they were written: in one go, from the first sentence to the last.
    for (const { by, now } of [...found].sort((one, other) => one.n - other.n))
      byMember.set(by, [...(byMember.get(by) ?? []), ...(now === "" ? [] : [now])]);
    const said = [...byMember.values()].map((words) => words.join(" "));
    const versions = [...new Set(said)].sort();
    const text = texts.find(({ id }) => id === part)?.text ?? "";
    return standsOnce(versions, text) ? [] : [{ part, versions, sentences }];
  });
}
