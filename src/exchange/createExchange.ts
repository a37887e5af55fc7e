import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Exchange } from "#core/exchange/Exchange.ts";
import { exampleJournal } from "./example/exampleJournal.ts";
import { MarkdownZip } from "./export/MarkdownZip.ts";
import { JournalWriter } from "./headroom/JournalWriter.ts";
import { ImportSession } from "./import/ImportSession.ts";
import { type ImportLimits, importLimits } from "./import/importLimits.ts";

/** The exchange over one import and one export at a time; runs in the exchange worker and in tests. */
export function createExchange(
  random: Random,
  clock: Clock,
  limits: ImportLimits = importLimits,
): Exchange {
  const importing = new ImportSession(limits, random, clock);
  let exporting: JournalWriter | MarkdownZip | null = null;
  const running = () => {
    if (exporting === null) throw new Error("no export was begun");
    return exporting;
  };
  return {
    read: (files, choices, timesKept) => importing.read(files, choices, timesKept),
    choose: (choices) => importing.choose(choices),
    next: (batch, now) => importing.next(batch, now),
    beginExport: async ({ kind, at, wording }) => {
      if (kind === "markdown") {
        exporting = new MarkdownZip(wording);
        return new Uint8Array(0);
      }
      const writer = new JournalWriter();
      exporting = writer;
      return writer.begin(at);
    },
    addToExport: async (items) => running().add(items),
    endExport: async () => {
      const end = running().end();
      exporting = null;
      return end;
    },
    exampleJournal: async (batch, now) => exampleJournal(batch, now, random),
  };
}
