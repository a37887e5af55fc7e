import type { CheckedText } from "#core/identity/CheckedText.ts";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { MemberId } from "./identifiers.ts";
import type { Rewriting } from "./SharedProposal.ts";
import { sentencesWithin } from "./sentencesWithin.ts";
import { apart, type WrittenApart, writtenApart } from "./writtenApart.ts";

/**
 * A mark that two devices give to the same sentence: ten bits of its FNV-1a hash. A thousandth of all
 * sentences have the same one, so that nobody who guesses at a word that was taken out learns whether
 * they are right; for two sentences of one text to meet by chance is rare, and only shows them once.
 */
export function sentenceMark(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sentence.length; at += 1)
    hash = Math.imul(hash ^ sentence.charCodeAt(at), 0x01000193);
  const folded = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & 0x3ff;
  return folded.toString(32).padStart(2, "0");
}

/** Sentences that one text says and the other does not, in order. */
export function changedSentences(before: string, after: string) {
  const was = sentencesOf(before).map(({ text }) => text);
  const is = sentencesOf(after).map(({ text }) => text);
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start += 1;
  let same = 0;
  while (same < most - start && was.at(-1 - same) === is.at(-1 - same)) same += 1;
  const [from, to] = [was.slice(start, was.length - same), is.slice(start, is.length - same)];
  const gone = from.filter((text) => !to.includes(text));
  return { gone, put: to.filter((text) => !from.includes(text)) };
}

const joined = (marks: readonly string[]): string =>
  [...new Set(marks.flatMap((one) => one.split(" ")))].filter((one) => one !== "").join(" ");

const isBlank = ({ was, now }: Rewriting): boolean => was === "" && now === "";

/** How far each member's counting had got in one text. */
function reached(here: readonly Rewriting[]): Readonly<Record<string, number>> {
  const saw: Record<string, number> = {};
  for (const { by, n } of here) saw[by] = Math.max(saw[by] ?? 0, n);
  return saw;
}

/**
 * Words stay only while the text says them too, or while two versions are shown: what is taken out goes
 * from here as well. An entry that says nothing more stays where it tells how far its member has counted.
 */
function withoutGoneWords(here: readonly Rewriting[], text: string): readonly Rewriting[] {
  const last = reached(here);
  return here
    .map((one) =>
      text.includes(one.now) || here.some((other) => apart(one, other)) ? one : { ...one, now: "" },
    )
    .filter((one) => !isBlank(one) || one.n === last[one.by]);
}

/** The rewritings of one text after `by` changed it. */
function noteText(
  here: readonly Rewriting[],
  { by, part }: Pick<Rewriting, "by" | "part">,
  before: string,
  after: string,
): readonly Rewriting[] {
  const { gone, put } = changedSentences(before, after);
  if (gone.length + put.length === 0) return withoutGoneWords(here, after);
  const open = writtenApart(here, [{ id: part, label: "", text: before }]).map((one) => ({
    marks: one.sentences.join(" "),
    stand: sentencesWithin(before, one.versions).map(({ text }) => text),
  }));
  const marksOf = (sentence: string): string => {
    const stems = here.filter(({ now }) => now === sentence).map(({ was }) => was);
    const mixed = open.filter(({ stand }) => stand.includes(sentence)).map(({ marks }) => marks);
    return joined([...stems, ...mixed]) || sentenceMark(sentence);
  };
  const saw = reached(here);
  const n = (saw[by] ?? 0) + 1;
  const marks = gone.map(marksOf);
  // Who took a sentence out and then writes has worded it anew.
  const emptied =
    gone.length === 0
      ? here.find((one) => one.by === by && one.n === n - 1 && one.now === "")
      : null;
  const fresh = emptied?.was || sentenceMark(`${by} ${n}`);
  const made = (put.length === 0 ? [""] : put).map((now, at): Rewriting => {
    const own = gone.length === put.length ? (marks[at] ?? "") : joined(marks);
    return { by, part, n: n + at, saw, was: own || fresh, now };
  });
  const isOver = (one: Rewriting) =>
    one === emptied || (gone.includes(one.now) && !here.some((other) => apart(one, other)));
  const rest = here.map((one) => (isOver(one) ? { ...one, was: "", now: "" } : one));
  return withoutGoneWords([...rest, ...made], after);
}

/** The rewritings of a proposal after `by` changed its texts from `before` to `after`. */
export function noteRewritings(
  rewritings: readonly Rewriting[],
  by: MemberId,
  before: readonly CheckedText[],
  after: readonly CheckedText[],
): readonly Rewriting[] {
  // A text that is blank is not among them.
  const were = new Map(before.map(({ id, text }) => [id, text]));
  const are = new Map(after.map(({ id, text }) => [id, text]));
  return [...new Set([...were.keys(), ...are.keys()])].reduce((all, part) => {
    const [was, text] = [were.get(part) ?? "", are.get(part) ?? ""];
    if (was === text) return all;
    const here = all.filter((one) => one.part === part);
    const others = all.filter((one) => one.part !== part);
    return [...others, ...noteText(here, { by, part }, was, text)];
  }, rewritings);
}

/**
 * The rewritings once `by` has said that what stands in the text may stay: the versions go. What
 * stands there now counts as worded by them, so that whoever was away all the while is still noticed.
 */
export function settle(
  rewritings: readonly Rewriting[],
  by: MemberId,
  { part, versions, sentences }: WrittenApart,
  text: string,
): readonly Rewriting[] {
  const here = rewritings.filter((one) => one.part === part);
  const saw = reached(here);
  const stand = sentencesWithin(text, versions);
  const now = text.slice(stand[0]?.start ?? 0, stand.at(-1)?.end ?? 0);
  const n = (saw[by] ?? 0) + 1;
  const settled: Rewriting = { by, part, n, saw, was: sentences.join(" "), now };
  const rest = here.map((one) =>
    one.was.split(" ").some((mark) => sentences.includes(mark))
      ? { ...one, was: "", now: "" }
      : one,
  );
  const others = rewritings.filter((one) => one.part !== part);
  return [...others, ...withoutGoneWords([...rest, settled], text)];
}
