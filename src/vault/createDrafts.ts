import { ok } from "#base/Result.ts";
import type { Vault } from "#core/journal/Vault.ts";
import { draftBytes, readDraft } from "./draftBytes.ts";
import type { OpenJournal } from "./OpenJournal.ts";

/** The draft methods of `Vault`, but for keeping. */
export const createDrafts = ({
  rows,
  sealer,
  clock,
  turns,
  setAside,
}: OpenJournal): Pick<Vault, "drafts" | "saveDraft" | "discardDraft"> => ({
  drafts: async () => {
    const stored = await rows.drafts();
    if (!stored.ok) return stored;
    const drafts = await Promise.all(
      stored.value.map(async ({ id, sealed }) => {
        const opened = await sealer.open("draft", id, sealed);
        const draft = opened.ok ? readDraft(opened.value) : null;
        if (draft === null) setAside.add(id);
        return draft;
      }),
    );
    const readable = drafts.filter((draft) => draft !== null);
    return ok(readable.sort((a, b) => b.savedAt - a.savedAt));
  },
  saveDraft: (draft) =>
    turns.take(async () => {
      const savedAt = clock.now();
      const sealed = await sealer.seal("draft", draft.id, draftBytes({ ...draft, savedAt }));
      const put = await rows.putDraft(draft.id, sealed);
      return put.ok ? ok(savedAt) : put;
    }),
  discardDraft: (id) => turns.take(() => rows.dropDraft(id)),
});
