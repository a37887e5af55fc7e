import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal, SkipReason } from "#core/exchange/Importing.ts";
import type { JournalItem } from "#exchange/headroom/journalFormat.ts";
import { readJournal, readJournalValue } from "#exchange/headroom/readJournal.ts";
import { readSlices } from "#exchange/source/readSlices.ts";
import type { ImportLimits } from "./importLimits.ts";
import type { Source } from "./Source.ts";
import type { Tallies } from "./Tallies.ts";

/** A record out of a Headroom file; `size` is how many characters it took there. */
export interface FoundItem {
  readonly item: JournalItem;
  readonly size: number;
}

/**
 * The records of all Headroom files in order, each id once. Ends with a refusal when a file is broken.
 * Nothing is kept, so this is gone through once to look and once more to import.
 */
export async function* scanJournals(
  sources: readonly Source[],
  limits: ImportLimits,
  skipped: Tallies<SkipReason>,
): AsyncGenerator<Result<FoundItem, Refusal>> {
  const ids = new Set<string>();
  for (const source of sources) {
    if (source.type !== "journal" && source.type !== "journal-value") continue;
    const news =
      source.type === "journal"
        ? readJournal(source.file.name, readSlices(source.file), limits)
        : readJournalValue(source.name, source.value);
    for await (const each of news) {
      if (each.type === "refused") return yield err(each.refusal);
      if (each.type === "head" || each.type === "foot") continue;
      if (each.type === "skipped") skipped.add(each.reason, each.place);
      else if (ids.has(each.item.record.id)) skipped.add("same-id", each.place);
      else {
        ids.add(each.item.record.id);
        yield ok({ item: each.item, size: each.size });
      }
    }
  }
}
