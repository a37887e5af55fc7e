import type { Instant } from "#base/Clock.ts";
import { sameWords } from "#core/entry/sameWords.ts";
import type { FoundWords, TimesKept } from "#core/exchange/Importing.ts";
import { unknownDate } from "#exchange/fields/readDate.ts";
import type { FoundEntry } from "./FoundEntry.ts";

/** What is asked about at a time ends with this many entries or characters, whichever comes first. */
const askedEntries = 500;
const askedCharacters = 512 * 1024;

const wordsOf = ({ text, date }: FoundEntry, now: Instant): FoundWords => ({
  text,
  happened: date.type === "date" ? date.happened : unknownDate(now),
});

/**
 * Found entries without those that the journal holds already, and how many those are. What stands in
 * the journal once answers for one entry only: words that were meant twice come in the second time.
 */
export async function leaveOutKept(
  found: readonly FoundEntry[],
  timesKept: TimesKept,
  now: Instant,
): Promise<{ readonly fresh: readonly FoundEntry[]; readonly kept: number }> {
  const fresh: FoundEntry[] = [];
  const used = new Map<string, number>();
  let asked: FoundEntry[] = [];
  let characters = 0;
  const ask = async () => {
    const entries = asked;
    const words = entries.map((entry) => wordsOf(entry, now));
    asked = [];
    characters = 0;
    const times = await timesKept(words);
    for (const [index, entry] of entries.entries()) {
      const { text, happened } = words[index] ?? wordsOf(entry, now);
      const key = times[index] ? sameWords(text, happened) : "";
      const before = used.get(key) ?? 0;
      if (before >= (times[index] ?? 0)) fresh.push(entry);
      else used.set(key, before + 1);
    }
  };
  for (const entry of found) {
    asked.push(entry);
    characters += entry.text.length;
    if (asked.length === askedEntries || characters >= askedCharacters) await ask();
  }
  if (asked.length > 0) await ask();
  return { fresh, kept: found.length - fresh.length };
}
