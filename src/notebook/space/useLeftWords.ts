import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { Draft } from "#core/entry/Entry.ts";
import { newDraft } from "#core/entry/newDraft.ts";
import { isUnsent, newUnsent } from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
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

const asWritten = (_field: string, text: string): string => text;

/**
 * Unsent words whose fields have gone, sealed on this device until they are kept or thrown away.
 * `isLeft`: whether what was written in this field is among them; the same function at each render.
 * `found`: under which field words are to be kept that stood elsewhere on the page when it went.
 * `unsaid`: what of the words in a field reaches nobody after all; where it is nothing, they are not left.
 */
export function useLeftWords(
  workspace: Workspace,
  isLeft: (field: string) => boolean,
  found: { readonly field: string; readonly text: string } | null,
  unsaid: (field: string, text: string) => string = asWritten,
): LeftWords {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [own] = useState(found);
  const saving = useRef<Promise<unknown> | null>(null);
  const { vault, random, clock } = workspace;
  /** Those that are left now; null where they cannot be read. */
  const look = useCallback(async () => {
    await closedComposersSaved();
    const stored = await vault.drafts();
    if (!stored.ok) return null;
    return orphans(
      stored.value.filter(
        (draft) => isUnsent(draft) && draft.parts.some(({ part }) => isLeft(part)),
      ),
    );
  }, [vault, isLeft]);
  useEffect(() => {
    let isStopped = false;
    const saveOwn = async () => {
      if (own === null || own.text === "") return;
      const words = newUnsent(newId(random) as DraftId, clock.now());
      await vault.saveDraft(withPart(words, own.field, "", own.text));
    };
    const show = async () => {
      saving.current ??= saveOwn();
      await saving.current;
      const left = await look();
      if (!isStopped && left !== null) setDrafts(left);
    };
    void show();
    return () => {
      isStopped = true;
    };
  }, [vault, random, clock, look, own]);

  /** What of each is left, with nothing where only a choice was changed. */
  const leftOf = (those: readonly Draft[]): readonly string[] =>
    those
      .flatMap(({ parts }) => parts)
      .map(({ part, text }) => ({ was: text.trim(), is: unsaid(part, text).trim() }))
      .filter(({ was, is }) => is !== "" || was === "")
      .map(({ is }) => is);
  const textsOf = (those: readonly Draft[]): readonly string[] => [
    ...new Set(leftOf(those).filter((text) => text !== "")),
  ];
  const discard = async (those: readonly Draft[]) => {
    for (const { id } of those) await vault.discardDraft(id);
    setDrafts((await look()) ?? []);
  };
  return {
    count: leftOf(drafts).length,
    texts: textsOf(drafts),
    // Words may have been added since they were shown: they are kept with the others, or stay.
    drop: async () => {
      const now = (await look()) ?? [];
      const shown = new Map(drafts.map((draft) => [draft.id, textsOf([draft]).join()]));
      await discard(now.filter((draft) => shown.get(draft.id) === textsOf([draft]).join()));
    },
    keep: async () => {
      const now = (await look()) ?? drafts;
      const blank = newDraft(newId(random) as DraftId, freePage.id, clock.now());
      const words = textsOf(now).join("\n\n");
      const kept = await vault.keepDraft(withPart(blank, freeShape.opening, "", words));
      if (!kept.ok) return kept;
      workspace.wrote(kept.value.mark);
      await discard(now);
      return ok(kept.value.entry.id);
    },
  };
}
