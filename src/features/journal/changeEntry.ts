import { err, type Result } from "#base/Result.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Mark, ReadFailure } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** Opens an entry, changes it and stores it; `remember` keeps what was there in its history. */
export async function changeEntry(
  workspace: Workspace,
  id: EntryId,
  change: (entry: Entry) => Entry,
  remember = false,
): Promise<Result<Mark, ReadFailure>> {
  const opened = await workspace.vault.open(id);
  if (!opened.ok) return opened;
  const { record, basis } = opened.value;
  if (record.kind !== "entry") return err({ type: "NotFound" });
  const next = { ...change(record), editedAt: workspace.clock.now() };
  const saved = await workspace.vault.save([{ basis, next, remember }]);
  if (!saved.ok) return saved;
  workspace.wrote(saved.value.mark);
  return { ok: true, value: saved.value.mark };
}
