import { newId } from "#base/newId.ts";
import type { Exchange } from "#core/exchange/Exchange.ts";
import type { Refusal } from "#core/exchange/Importing.ts";
import type { BatchId } from "#core/identifiers.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { ImportSummary } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** How an import ended. In all but "kept" the journal is as it was. */
export type Brought =
  | { readonly type: "kept"; readonly summary: ImportSummary }
  | { readonly type: "cancelled" }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** How far an import is; once it `isCommitting` it can no longer be cancelled, only undone. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly isCommitting: boolean;
}

/**
 * Takes what the exchange has read into the journal: chunk by chunk aside, then all of it in one
 * transaction. `signal` cancels, also while the exchange worker is busy or has been ended.
 */
export async function bringIn(
  exchange: Exchange,
  { vault, random, clock, wrote }: Workspace,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<Brought> {
  const batch = newId(random) as BatchId;
  const now = clock.now();
  const cancelled = new Promise<"cancelled">((resolve) =>
    signal.addEventListener("abort", () => resolve("cancelled"), { once: true }),
  );
  let progress: ImportProgress = { done: 0, total: 0, isCommitting: false };
  for (;;) {
    const next = await Promise.race([exchange.next(batch, now), cancelled]);
    if (next === "cancelled" || signal.aborted) {
      await vault.dropImport(batch);
      return { type: "cancelled" };
    }
    if (!next.ok) {
      await vault.dropImport(batch);
      return { type: "refused", refusal: next.error };
    }
    if (next.value === null) break;
    const { records, versions, done, total } = next.value;
    await vault.stageImport(batch, records, versions);
    progress = { done, total, isCommitting: false };
    onProgress(progress);
  }
  if (signal.aborted) {
    await vault.dropImport(batch);
    return { type: "cancelled" };
  }
  onProgress({ ...progress, isCommitting: true });
  const committed = await vault.commitImport(batch);
  if (!committed.ok) {
    await vault.dropImport(batch);
    return { type: "failed", failure: committed.error };
  }
  wrote(committed.value.mark);
  return { type: "kept", summary: committed.value.summary };
}
