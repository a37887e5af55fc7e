import type { Exchange } from "#core/exchange/Exchange.ts";
import type { ExportKind, ExportSummary } from "#core/exchange/Exporting.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Mark } from "#core/journal/Vault.ts";
import { builtInModelWords } from "#notebook/builtInModelWords.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { SavingPlace } from "#notebook/saving/SavingPlace.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { ownModelWords } from "./ownModelWords.ts";

/** How an export ended. */
export type WrittenOut =
  | {
      readonly type: "saved";
      readonly summary: ExportSummary;
      /** Stored items that do not open and so are not in the file. */
      readonly unreadable: number;
    }
  | { readonly type: "cancelled" }
  /** The worker that writes files could not start or broke. */
  | { readonly type: "not-started" }
  | { readonly type: "failed"; readonly failure: StorageFailure }
  /** The file could not be written; `name` is the DOMException's. */
  | { readonly type: "unwritable"; readonly name: string };

/** Reads the journal a page at a time, has the exchange turn it into a file, and saves that. */
export async function writeOut(
  exchange: Exchange,
  kind: ExportKind,
  workspace: Workspace,
  place: SavingPlace,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<WrittenOut> {
  const { vault, reader, clock, mark } = workspace;
  const wording = {
    models: { ...ownModelWords(await reader.ownModels(mark())), ...builtInModelWords() },
    proposal: proposalWords(),
  };
  try {
    await place.write(await exchange.beginExport({ kind, at: clock.now(), wording }));
    let after: Mark | null = null;
    let done = 0;
    // What is written elsewhere meanwhile comes a second time; the file holds the journal as it was.
    const seen = new Set<string>();
    do {
      const page = await vault.exportPage(after);
      if (signal.aborted) return await dropped(place, { type: "cancelled" });
      if (!page.ok) return await dropped(place, { type: "failed", failure: page.error });
      const fresh = page.value.items.filter(({ record }) => !seen.has(record.id));
      for (const { record } of fresh) seen.add(record.id);
      await place.write(await exchange.addToExport(fresh));
      done += page.value.items.length;
      onProgress(done);
      after = page.value.next;
    } while (after !== null);
    const { bytes, summary } = await exchange.endExport();
    if (signal.aborted) return await dropped(place, { type: "cancelled" });
    await place.write(bytes);
    await place.finish();
    return { type: "saved", summary, unreadable: (await vault.unreadable()).length };
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    return dropped(place, { type: "unwritable", name: fault.name });
  }
}

async function dropped<T>(place: SavingPlace, result: T): Promise<T> {
  await place.drop();
  return result;
}
