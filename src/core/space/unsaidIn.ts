import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** What a record says, sentence by sentence as its members worded them last. */
function said(record: JournalRecord): readonly string[] {
  switch (record.kind) {
    case "comment":
    case "thanks":
      return record.text.split("\n");
    case "ask":
      return record.words.split("\n");
    case "shared-proposal":
      return record.rewritings.map(({ now }) => now);
    default:
      return [];
  }
}

/** The lines of somebody's own words (`ownWordsIn`) that a record, as it has come from the others, does not say. */
export function unsaidIn(words: string, record: JournalRecord): string {
  const stands = new Set(said(record).map((line) => line.trim()));
  return words
    .split("\n")
    .filter((line) => !stands.has(line.trim()))
    .join("\n");
}
