import { newId } from "#base/newId.ts";
import { err, type Result } from "#base/Result.ts";
import type { Draft, Entry, EntryContent } from "#core/entry/Entry.ts";
import { hasWords, writtenParts } from "#core/entry/writtenParts.ts";
import type { DraftId } from "#core/identifiers.ts";
import type { Mark, ReadFailure } from "#core/journal/Vault.ts";
import type { DraftState } from "./DraftState.ts";
import { saveTimer } from "./saveTimer.ts";
import type { Workspace } from "./Workspace.ts";

/** What has become of a draft. */
export interface Kept {
  readonly entry: Entry;
  readonly mark: Mark;
}

type KeepResult = Result<Kept, ReadFailure>;

/** The words in one composer on their way to the vault: saved on every pause, kept when asked. */
export interface DraftSession {
  readonly state: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (next: (content: Draft) => EntryContent) => void;
  /** Saves at once what is not saved yet; never rejects. Resolves to whether nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
  /** Whether nothing on screen is left unsaved. */
  readonly isSaved: () => boolean;
  /**
   * Makes an entry of the words; null where there are none. On success the session goes on with a
   * blank draft and `onKept` is called at once, so that both are drawn together.
   */
  readonly keep: (onKept?: (kept: Kept) => void) => Promise<KeepResult | null>;
  /** Throws the draft away and goes on with a blank one. */
  readonly discard: () => Promise<void>;
  /** Stops autosaving. */
  readonly close: () => void;
}

/**
 * A Keep that is answered sooner changes nothing on screen meanwhile, in milliseconds: to draw a button
 * that waits, and to take it back, took longer than to keep the entry.
 */
const noticeable = 100;

/** What a vault that breaks is told as. */
const broken = (fault: unknown) => {
  reportError(fault);
  const name = fault instanceof Error ? fault.name : "Error";
  return err({ type: "StorageRefused", name } as const);
};

const trimmed = (draft: Draft): Draft => ({ ...draft, parts: writtenParts(draft) });

/** Opens a session on `first`. `fresh` makes the blank draft that follows once this one is kept or thrown away. */
export function draftSession(
  workspace: Pick<Workspace, "vault" | "clock" | "random" | "wrote">,
  first: Draft,
  fresh: (id: DraftId) => Draft,
  wasSaved = false,
): DraftSession {
  const listeners = new Set<() => void>();
  let state: DraftState = {
    draft: first,
    safety: { type: wasSaved ? "saved" : "blank" },
    isKeeping: false,
  };
  /** Whether the vault may hold a row for the current draft. */
  let isStored = wasSaved;
  const timer = saveTimer(() => void flush());
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  /** Keep is under way: nothing is changed or saved beside it. */
  let keeping = false;

  const put = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const save = async (): Promise<void> => {
    const { draft, safety } = state;
    if (keeping || (safety.type !== "typing" && safety.type !== "failed")) return;
    const isEmpty = draft.of === null && !hasWords(draft);
    if (isEmpty && !isStored) {
      put({ safety: { type: "blank" } });
      return;
    }
    // What failed stays told while it is tried again.
    if (safety.type === "typing") put({ safety: { type: "saving" } });
    isStored = true;
    const saved = await (isEmpty
      ? workspace.vault.discardDraft(draft.id)
      : workspace.vault.saveDraft({ ...draft, savedAt: workspace.clock.now() })
    ).catch(broken);
    if (isEmpty && saved.ok) isStored = false;
    // Whether the words are safe is what Keep tells next.
    if (keeping || state.draft !== draft) return;
    if (!saved.ok) fail(saved.error);
    else put({ safety: { type: isEmpty ? "blank" : "saved" } });
  };
  const isSaved = () => state.safety.type === "saved" || state.safety.type === "blank";
  const flush = async (): Promise<boolean> => {
    timer.forget();
    const next = running.then(save);
    running = next;
    await next;
    // Typed or kept while it was being saved: that is awaited, too.
    if (keeping || state.safety.type === "typing") return flush();
    return isSaved();
  };
  const fail = (failure: ReadFailure) => {
    put({ isKeeping: false, safety: { type: "failed", failure } });
    if (isClosed) return;
    timer.failed();
  };
  const keepNow = async (onKept?: (kept: Kept) => void): Promise<KeepResult> => {
    keeping = true;
    // The vault writes in the order asked for: a draft save still under way goes first by itself.
    const asked = workspace.vault.keepDraft(
      trimmed({ ...state.draft, savedAt: workspace.clock.now() }),
    );
    const telling = setTimeout(() => put({ isKeeping: true }), noticeable);
    const kept = await asked.catch(broken);
    clearTimeout(telling);
    keeping = false;
    if (kept.ok) {
      workspace.wrote(kept.value.mark);
      startAgain();
      onKept?.(kept.value);
    } else fail(kept.error);
    return kept;
  };
  const startAgain = () => {
    isStored = false;
    put({
      draft: fresh(newId(workspace.random) as DraftId),
      safety: { type: "blank" },
      isKeeping: false,
    });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (next) => {
      if (keeping) return;
      const now = workspace.clock.now();
      const isFirst = state.safety.type === "blank" && !isStored;
      // A page left open overnight must not date the note to when it was opened.
      const before = isFirst && state.draft.of === null ? restarted(state.draft, now) : state.draft;
      put({ draft: { ...before, ...next(before) }, safety: { type: "typing" } });
      timer.typed();
    },
    flush,
    isSaved,
    keep: async (onKept) => {
      if (keeping || !hasWords(state.draft)) return null;
      timer.forget();
      const kept = keepNow(onKept);
      // Whoever asks for a save meanwhile waits for this.
      running = Promise.all([running, kept]);
      return kept;
    },
    discard: async () => {
      timer.forget();
      await running;
      const { draft } = state;
      const wasStored = isStored;
      startAgain();
      if (wasStored) await workspace.vault.discardDraft(draft.id);
    },
    close: () => {
      isClosed = true;
      timer.forget();
    },
  };
}

/** A blank draft as if begun now, unless the person has already said when it happened. */
function restarted(draft: Draft, now: Draft["startedAt"]): Draft {
  const untouched = draft.happened.at === draft.startedAt;
  return {
    ...draft,
    startedAt: now,
    happened: untouched ? { ...draft.happened, at: now } : draft.happened,
  };
}
