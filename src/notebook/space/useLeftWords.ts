import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { Draft } from "#core/entry/Entry.ts";
import { newDraft } from "#core/entry/newDraft.ts";
import { isUnsent, newUnsent } from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
import { writtenParts } from "#core/entry/writtenParts.ts";
import type { DraftId, EntryId } from "#core/identifiers.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import { closedComposersSaved, orphans } from "../holdDraft.ts";
import { freeShape } from "../useModels.ts";
import type { Workspace } from "../Workspace.ts";

/** Words of a person's own for a team that can reach nobody there any more. */
export interface LeftWords {
  /** How many things they were written in; 0: there are none, or they are being looked for. */
  readonly count: number;
  /** None where only a choice was changed, and nothing was written. */
  readonly texts: readonly string[];
  /** Makes an entry of the journal of them; they are left no more. */
  readonly keep: () => Promise<Result<EntryId, ReadFailure>>;
  /** Throws them away. */
  readonly drop: () => Promise<void>;
}

/**
 * Unsent words whose fields have gone, sealed on this device until they are kept or thrown away.
 * `isLeft`: whether what was written in this field is among them; the same function at each render.
 * `found`: under which field words are to be kept that stood elsewhere on the page when it went.
 */
export function useLeftWords(
  workspace: Workspace,
  isLeft: (field: string) => boolean,
  found: { readonly field: string; readonly text: string } | null,
): LeftWords {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [own] = useState(found);
  const saving = useRef<Promise<unknown> | null>(null);
  useEffect(() => {
    let isStopped = false;
    const saveOwn = async () => {
      if (own === null || own.text === "") return;
      const words = newUnsent(newId(workspace.random) as DraftId, workspace.clock.now());
      await workspace.vault.saveDraft(withPart(words, own.field, "", own.text));
    };
    const look = async () => {
      saving.current ??= saveOwn();
      await saving.current;
      await closedComposersSaved();
      const stored = await workspace.vault.drafts();
      if (!stored.ok || isStopped) return;
      const left = await orphans(
        stored.value.filter(
          (draft) => isUnsent(draft) && draft.parts.some(({ part }) => isLeft(part)),
        ),
      );
      if (!isStopped) setDrafts(left);
    };
    void look();
    return () => {
      isStopped = true;
    };
  }, [workspace, isLeft, own]);

  const texts = [
    ...new Set(drafts.flatMap((draft) => writtenParts(draft).map(({ text }) => text.trim()))),
  ];
  const drop = useCallback(async () => {
    for (const { id } of drafts) await workspace.vault.discardDraft(id);
    setDrafts([]);
  }, [workspace, drafts]);
  return {
    count: drafts.reduce((sum, { parts }) => sum + parts.length, 0),
    texts,
    drop,
    keep: async () => {
      const blank = newDraft(
        newId(workspace.random) as DraftId,
        freePage.id,
        workspace.clock.now(),
      );
      const entry = withPart(blank, freeShape.opening, "", texts.join("\n\n"));
      const kept = await workspace.vault.keepDraft(entry);
      if (!kept.ok) return kept;
      workspace.wrote(kept.value.mark);
      await drop();
      return ok(kept.value.entry.id);
    },
  };
}
