import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { textsIn } from "./textsIn.ts";

/** What a record says: in a proposal what it reads now, and what its members worded last. */
function said(record: JournalRecord): readonly string[] {
  switch (record.kind) {
    case "comment":
    case "thanks":
      return [record.text];
    case "ask":
      return [record.words];
    case "shared-proposal":
      return [...textsIn(record), ...record.rewritings.map(({ now }) => now)];
    default:
      return [];
  }
}

const linesOf = (text: string): readonly string[] => text.split("\n").map((line) => line.trim());
const wordingsOf = (text: string): readonly string[] => sentencesOf(text).map((one) => one.text);

/**
 * What of somebody's own words (`ownWordsIn`) a record does not say, as it has come from the others: its
 * lines, without the sentences that stand there.
 */
export function unsaidIn(words: string, record: JournalRecord): string {
  // A sentence may go on over a line's end.
  const stands = new Set(
    said(record).flatMap((text) => [text, ...wordingsOf(text)].flatMap(linesOf)),
  );
  const unsaid = (line: string): readonly string[] => {
    if (line === "") return [line];
    if (stands.has(line)) return [];
    const sentences = wordingsOf(line);
    const left = sentences.filter((sentence) => !stands.has(sentence));
    if (left.length === sentences.length) return [line];
    return left.length === 0 ? [] : [left.join(" ")];
  };
  const left = linesOf(words).flatMap(unsaid).join("\n");
  return left.replace(/\n{3,}/g, "\n\n").trim();
}
