import { useEffect, useState, useSyncExternalStore } from "react";
import type { ProposalId } from "#core/identifiers.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import {
  openedProposal,
  type ProposalSession,
  type ProposalState,
  proposalSession,
} from "./proposalSession.ts";

/** A proposal being opened, that could not be opened, or that is being edited. */
export type EditedRecord =
  | { readonly type: "opening" }
  | { readonly type: "failed"; readonly failure: ReadFailure }
  | { readonly type: "open"; readonly session: ProposalSession };

/** Saves when the page may be about to go, and takes in what is written elsewhere. */
function guard(workspace: Workspace, session: ProposalSession): () => void {
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

/** Opens a proposal for editing and keeps it saved for as long as the place is on screen. */
export function useRecordEditor(workspace: Workspace, id: ProposalId): EditedRecord {
  const [edited, setEdited] = useState<EditedRecord>({ type: "opening" });
  useEffect(() => {
    let isStopped = false;
    let unguard: (() => void) | null = null;
    setEdited({ type: "opening" });
    void workspace.vault.open(id).then((found) => {
      if (isStopped) return;
      const opened = found.ok ? openedProposal(found.value) : null;
      if (!found.ok) setEdited({ type: "failed", failure: found.error });
      else if (opened === null) setEdited({ type: "failed", failure: { type: "NotFound" } });
      else {
        const session = proposalSession(workspace, opened);
        unguard = guard(workspace, session);
        setEdited({ type: "open", session });
      }
    });
    return () => {
      isStopped = true;
      unguard?.();
    };
  }, [workspace, id]);
  return edited;
}

/** What is on screen in a session. */
export const useProposalState = (session: ProposalSession): ProposalState =>
  useSyncExternalStore(session.subscribe, session.state);
