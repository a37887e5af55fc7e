import { newId } from "#base/newId.ts";
import type { Result } from "#base/Result.ts";
import { ok } from "#base/Result.ts";
import type { Exchange } from "#core/exchange/Exchange.ts";
import { exampleRemoval } from "#core/exchange/exampleRemoval.ts";
import type { BatchId, EntryId } from "#core/identifiers.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** Puts the example journal into this one, all of it or nothing. */
export async function loadExample(
  exchange: Exchange,
  { vault, random, clock, wrote }: Workspace,
): Promise<Result<null, ReadFailure>> {
  const batch = newId(random) as BatchId;
  await vault.stageImport(batch, await exchange.exampleJournal(batch, clock.now()));
  const committed = await vault.commitImport(batch);
  if (!committed.ok) return committed;
  wrote(committed.value.mark);
  return ok(null);
}

/** Takes the example out again with what hangs on it; whatever the person wrote or linked stays. */
export async function removeExample(
  entries: readonly EntryId[],
  { vault, reader, mark, wrote }: Workspace,
): Promise<Result<null, ReadFailure>> {
  const removal = exampleRemoval(
    entries,
    await reader.linked(entries, mark()),
    await reader.proposals(mark()),
  );
  for (const theme of removal.themes) {
    const opened = await vault.open(theme.id);
    if (!opened.ok) continue;
    const saved = await vault.save([{ basis: opened.value.basis, next: theme }]);
    if (!saved.ok) return saved;
    wrote(saved.value.mark);
  }
  const purged = await vault.purge(removal.purge);
  if (!purged.ok) return purged;
  wrote(purged.value);
  return ok(null);
}
