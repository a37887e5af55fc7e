import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** An entry, or why it cannot be shown. */
export type ReadEntry =
  | { readonly type: "found"; readonly entry: Entry }
  | { readonly type: "failed"; readonly failure: ReadFailure };

/** Reads an entry from the vault, which knows it before the whole journal is loaded and can say what is wrong with it. */
export async function readEntry(workspace: Workspace, id: EntryId): Promise<ReadEntry> {
  const opened = await workspace.vault.open(id);
  if (!opened.ok) return { type: "failed", failure: opened.error };
  const { record } = opened.value;
  return record.kind === "entry"
    ? { type: "found", entry: record }
    : { type: "failed", failure: { type: "NotFound" } };
}
