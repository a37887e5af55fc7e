import { newId } from "#base/newId.ts";
import { newUnsent } from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
import type { DraftId } from "#core/identifiers.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { useDraft } from "./useDraft.ts";
import type { Workspace } from "./Workspace.ts";

/** Words for a team in a field, kept sealed on this device until they are sent. */
export interface UnsentWords {
  readonly text: string;
  readonly change: (text: string) => void;
  /** They are on screen only, because of this. */
  readonly failure: ReadFailure | null;
  /** They were sent: the field is empty again. */
  readonly sent: () => Promise<void>;
}

/** The words of one field, saved on every pause and before the journal locks, and there again afterwards. `field` tells one from another. */
export function useUnsentWords(workspace: Workspace, field: string): UnsentWords {
  const { draft, safety, session } = useDraft(workspace, () => {
    const fresh = (id: DraftId) => newUnsent(id, workspace.clock.now());
    return {
      first: fresh(newId(workspace.random) as DraftId),
      fresh,
      resumes: ({ parts }) => parts.some(({ part }) => part === field),
    };
  });
  return {
    text: draft.parts.find(({ part }) => part === field)?.text ?? "",
    change: (text) => session.change((content) => withPart(content, field, "", text)),
    failure: safety.type === "failed" ? safety.failure : null,
    sent: session.discard,
  };
}
