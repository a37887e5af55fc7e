import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId } from "./identifiers.ts";
import { textsIn } from "./textsIn.ts";

/**
 * What a member says in a record of a space: what they said there, or the sentences of a proposal as
 * they worded them; all of one that they shared and in which nobody else has worded anything.
 */
export function ownWordsIn(record: JournalRecord, me: MemberId): string {
  switch (record.kind) {
    case "comment":
    case "thanks":
      return record.by === me ? record.text : "";
    case "ask":
      return record.by === me ? record.words : "";
    case "shared-proposal":
      if (record.by === me && record.rewritings.every(({ by }) => by === me))
        return textsIn(record).join("\n\n");
      return record.rewritings
        .filter(({ by, now }) => by === me && now !== "")
        .map(({ now }) => now.trim())
        .join("\n");
    default:
      return "";
  }
}
