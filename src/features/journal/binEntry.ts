import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { notify } from "#ui/toasts.ts";
import { changeEntry } from "./changeEntry.ts";

/** Puts an entry back where it was, and says so. */
export async function putBack(workspace: Workspace, id: EntryId): Promise<boolean> {
  const saved = await changeEntry(workspace, id, (entry) => ({ ...entry, deletedAt: null }));
  notify({ text: saved.ok ? m.journal_restored() : m.journal_failed() });
  return saved.ok;
}

/** Moves an entry to the bin, and says so with a way to take it back. */
export async function binEntry(workspace: Workspace, id: EntryId): Promise<boolean> {
  const at = workspace.clock.now();
  const saved = await changeEntry(workspace, id, (entry) => ({ ...entry, deletedAt: at }));
  if (saved.ok) notify({ text: m.journal_deleted(), undo: () => void putBack(workspace, id) });
  else notify({ text: m.journal_failed() });
  return saved.ok;
}
