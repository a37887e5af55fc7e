import type { Vault } from "#core/journal/Vault.ts";
import type { OpenJournal } from "./OpenJournal.ts";

/** `Vault.unreadable`: the sealed bytes of what was set aside, so that they can be saved and looked into. */
export async function unreadableRows({
  rows,
  setAside,
}: Pick<OpenJournal, "rows" | "setAside">): Promise<Awaited<ReturnType<Vault["unreadable"]>>> {
  const drafts = await rows.drafts();
  const found: { id: string; bytes: Uint8Array }[] = [];
  for (const id of setAside) {
    const document = await rows.document(id);
    const draft = drafts.ok ? drafts.value.find((row) => row.id === id) : undefined;
    const view = await rows.view(id);
    const stored = document.ok ? document.value?.sealed : undefined;
    const bytes =
      (stored?.length ? stored : undefined) ??
      draft?.sealed ??
      (view.ok ? view.value?.sealed : undefined);
    if (bytes !== undefined) found.push({ id, bytes });
  }
  return found;
}
