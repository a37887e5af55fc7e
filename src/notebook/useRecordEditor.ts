import { useEffect, useState, useSyncExternalStore } from "react";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import {
  type RecordSession,
  type RecordStart,
  type RecordState,
  recordSession,
} from "./recordSession.ts";
import type { Workspace } from "./Workspace.ts";

/** A record being opened, that could not be opened, or that is being edited. */
export type EditedRecord<R extends JournalRecord> =
  | { readonly type: "opening" }
  | { readonly type: "failed"; readonly failure: ReadFailure }
  | { readonly type: "open"; readonly session: RecordSession<R> };

/** Saves when the page may be about to go, and takes in what is written elsewhere. */
function guard<R extends JournalRecord>(
  workspace: Workspace,
  session: RecordSession<R>,
): () => void {
  const save = () => session.flush();
  const hidden = () => {
    if (document.visibilityState === "hidden") void save();
  };
  const leave = () => void save();
  const warn = (event: BeforeUnloadEvent) => {
    if (session.state().safety.type === "failed") event.preventDefault();
  };
  const unregister = workspace.beforeLock(save);
  let stop: (() => void) | null = null;
  let isStopped = false;
  void workspace.reader
    .subscribe(() => void session.refresh())
    .then((unsubscribe) => {
      if (isStopped) unsubscribe();
      else stop = unsubscribe;
    });
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", warn);
  return () => {
    isStopped = true;
    stop?.();
    unregister();
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("beforeunload", warn);
    session.close();
    void session.flush();
  };
}

/**
 * Opens a record for editing and keeps it saved for as long as the place is on screen. `as` tells
 * records of this kind from others and is the same at each render.
 */
export function useRecordEditor<R extends JournalRecord>(
  workspace: Workspace,
  id: RecordId,
  as: RecordStart<R>["as"],
): EditedRecord<R> {
  const [edited, setEdited] = useState<EditedRecord<R>>({ type: "opening" });
  useEffect(() => {
    let isStopped = false;
    let unguard: (() => void) | null = null;
    setEdited({ type: "opening" });
    void workspace.vault.open(id).then((found) => {
      if (isStopped) return;
      const record = found.ok ? as(found.value.record) : null;
      if (!found.ok) setEdited({ type: "failed", failure: found.error });
      else if (record === null) setEdited({ type: "failed", failure: { type: "NotFound" } });
      else {
        const { basis } = found.value;
        const session = recordSession(workspace, { record, basis, as, isBegun: () => true });
        unguard = guard(workspace, session);
        setEdited({ type: "open", session });
      }
    });
    return () => {
      isStopped = true;
      unguard?.();
    };
  }, [workspace, id, as]);
  return edited;
}

/** Begins a new record, stored as soon as it says something, and keeps it saved like one that was opened. */
export function useNewRecord<R extends JournalRecord>(
  workspace: Workspace,
  start: () => RecordStart<R>,
): RecordSession<R> {
  const [session] = useState(() => recordSession(workspace, start()));
  useEffect(() => guard(workspace, session), [workspace, session]);
  return session;
}

/** What is on screen in a session. */
export const useRecordState = <R extends JournalRecord>(
  session: RecordSession<R>,
): RecordState<R> => useSyncExternalStore(session.subscribe, session.state);
