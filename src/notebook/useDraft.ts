import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Draft } from "#core/entry/Entry.ts";
import { isUnsent } from "#core/entry/unsentWords.ts";
import type { DraftId } from "#core/identifiers.ts";
import type { DraftState } from "./DraftState.ts";
import { type DraftSession, draftSession } from "./draftSession.ts";
import { closedComposersSaved, holdDraft, type LetGo, letGoAfter, orphans } from "./holdDraft.ts";
import type { Workspace } from "./Workspace.ts";

/** Where a composer begins. */
export interface DraftStart {
  /** The draft shown at once: blank, or unchanged when editing, or handed over from another place. */
  readonly first: Draft;
  /** The vault has `first` already, as it is. */
  readonly isSaved?: boolean;
  /** The blank draft that follows one that was kept or thrown away. */
  readonly fresh: (id: DraftId) => Draft;
  /** Which unfinished draft to go on with, as long as nothing has been written here yet. */
  readonly resumes: (draft: Draft) => boolean;
}

export interface DraftInHand extends DraftState {
  readonly session: DraftSession;
  /** Drafts of the same sort that no composer has open, newest first. */
  readonly unfinished: readonly Draft[];
  /** Whether unfinished drafts have been looked for. */
  readonly hasLooked: boolean;
  /** Goes on with an unfinished draft; what is on screen is saved and takes its place among them. */
  readonly takeUp: (draft: Draft) => Promise<void>;
  /** Removes an unfinished draft; resolves to a way to bring it back. */
  readonly throwAway: (draft: Draft) => Promise<() => Promise<void>>;
}

/** Locks of drafts that are about to be shown, taken already so that no other tab gets in between. */
type Claims = Map<DraftId, LetGo>;

/** Holds the lock of whatever draft the session is on, and saves when the page may be about to go. */
function guard(workspace: Workspace, session: DraftSession, claims: Claims): () => void {
  let held: { readonly id: DraftId; readonly letGo: Promise<LetGo | null> } | null = null;
  const follow = () => {
    const { id } = session.state().draft;
    if (held?.id === id) return;
    void held?.letGo.then((letGo) => letGo?.());
    const claimed = claims.get(id);
    claims.delete(id);
    held = { id, letGo: claimed ? Promise.resolve(claimed) : holdDraft(id) };
  };
  const save = () => void session.flush();
  const hidden = () => {
    if (document.visibilityState === "hidden") save();
  };
  // Closing the tab would throw away what is on screen only; locking has taken this off by then.
  const warn = (event: BeforeUnloadEvent) => {
    if (session.state().safety.type === "failed") event.preventDefault();
  };
  follow();
  const unfollow = session.subscribe(follow);
  const unregister = workspace.beforeLock(session.flush);
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", save);
  window.addEventListener("beforeunload", warn);
  return () => {
    unfollow();
    unregister();
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", save);
    window.removeEventListener("beforeunload", warn);
    const last = held;
    session.close();
    const saved = session.flush();
    if (last) letGoAfter(saved, last.letGo);
  };
}

/** The draft that this composer owns, ready to be written in from the first render. `start` is called once. */
export function useDraft(workspace: Workspace, start: () => DraftStart): DraftInHand {
  const [begin] = useState(start);
  const [session, setSession] = useState(() =>
    draftSession(workspace, begin.first, begin.fresh, begin.isSaved),
  );
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [unfinished, setUnfinished] = useState<readonly Draft[]>([]);
  const [hasLooked, setLooked] = useState(false);

  const [claims] = useState<Claims>(() => new Map());
  const shown = useRef(session);

  useEffect(() => guard(workspace, session, claims), [workspace, session, claims]);
  useEffect(
    () => () => {
      for (const letGo of claims.values()) void letGo();
      claims.clear();
    },
    [claims],
  );

  useEffect(() => {
    let stopped = false;
    const look = async () => {
      await closedComposersSaved();
      const stored = await workspace.vault.drafts();
      if (stopped) return;
      setLooked(true);
      if (!stored.ok) return;
      const alike = stored.value.filter((draft) => isUnsent(draft) === isUnsent(begin.first));
      const free = await orphans(alike);
      const wanted = free.find(begin.resumes);
      const letGo = wanted ? await holdDraft(wanted.id) : null;
      if (!stopped) setUnfinished(free);
      if (!wanted || !letGo) return;
      if (stopped || shown.current.state().safety.type !== "blank") return letGo();
      claims.set(wanted.id, letGo);
      shown.current = draftSession(workspace, wanted, begin.fresh, true);
      setSession(shown.current);
    };
    void look();
    return () => {
      stopped = true;
    };
  }, [workspace, begin, claims]);

  return {
    ...state,
    session,
    unfinished: unfinished.filter((draft) => draft.id !== state.draft.id),
    hasLooked,
    takeUp: async (draft) => {
      // Words that could not be saved stay on screen, where that is told.
      if (!(await session.flush())) return;
      const letGo = await holdDraft(draft.id);
      const left = session.state();
      setUnfinished((others) => [
        ...(letGo === null || left.safety.type === "blank" ? [] : [left.draft]),
        ...others.filter((other) => other.id !== draft.id),
      ]);
      // Another tab has taken it up.
      if (letGo === null) return;
      claims.set(draft.id, letGo);
      shown.current = draftSession(workspace, draft, begin.fresh, true);
      setSession(shown.current);
    },
    throwAway: async (draft) => {
      setUnfinished((others) => others.filter((other) => other.id !== draft.id));
      await workspace.vault.discardDraft(draft.id);
      return async () => {
        const back = await workspace.vault.saveDraft(draft);
        if (back.ok) setUnfinished((others) => [draft, ...others]);
      };
    },
  };
}
