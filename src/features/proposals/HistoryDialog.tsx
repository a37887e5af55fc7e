import { useEffect, useState } from "react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { proposalWords } from "#notebook/proposalWords.ts";
import { shownTitle } from "#notebook/shownTitle.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import "./HistoryDialog.css";

type Versions =
  | { readonly type: "reading" }
  | { readonly type: "failed" }
  | {
      readonly type: "read";
      readonly versions: readonly { readonly number: number; readonly proposal: Proposal }[];
    };

/** Earlier versions of a proposal, newest first, each to be looked at and restored. */
export function HistoryDialog({
  workspace,
  proposal,
  onRestore,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly proposal: Proposal;
  readonly onRestore: (earlier: Proposal) => void;
  readonly onClose: () => void;
}) {
  const [found, setFound] = useState<Versions>({ type: "reading" });
  useEffect(() => {
    let isStopped = false;
    void workspace.vault.history(proposal.id).then((result) => {
      if (isStopped) return;
      setFound(
        result.ok
          ? {
              type: "read",
              versions: result.value.flatMap(({ number, record }) =>
                record.kind === "proposal" ? [{ number, proposal: record }] : [],
              ),
            }
          : { type: "failed" },
      );
    });
    return () => {
      isStopped = true;
    };
  }, [workspace, proposal.id]);
  const words = proposalWords();
  return (
    <Dialog isOpen title={m.proposals_history_title()} onClose={onClose}>
      {found.type === "failed" && <p>{m.proposals_history_failed()}</p>}
      {found.type === "read" && found.versions.length === 0 && <p>{m.proposals_history_none()}</p>}
      {found.type === "read" && (
        <ol className="versions">
          {found.versions.map(({ number, proposal: earlier }) => (
            <li key={number} className="versions__one">
              <h3>{shownTitle(earlier)}</h3>
              <p className="versions__when">{momentText.dayAndTime(earlier.editedAt)}</p>
              <details>
                <summary className="fold__summary">{m.proposals_history_show()}</summary>
                <OutlineView outline={proposalOutline(earlier, { sources: false, words })} />
              </details>
              <Button onPress={() => onRestore(earlier)}>{m.proposals_history_restore()}</Button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
