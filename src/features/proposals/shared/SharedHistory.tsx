import { useQuery } from "@tanstack/react-query";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { readAsProposal } from "#core/space/sharedAsProposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { OutlineView } from "../OutlineView.tsx";
import "../HistoryDialog.css";

/** Earlier versions, newest first: who changed it, when, how it stood, and a way back to it. */
export function SharedHistory({
  workspace,
  shared,
  nameOf,
  onRestore,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly shared: SharedProposal;
  readonly nameOf: (member: MemberId) => string;
  readonly onRestore: (earlier: SharedProposal) => void;
  readonly onClose: () => void;
}) {
  const { data } = useQuery({
    queryKey: ["history", shared.id, shared.editedAt],
    queryFn: () => workspace.vault.history(shared.id),
  });
  const words = proposalWords();
  const versions = data?.ok
    ? data.value.flatMap(({ number, record }) =>
        record.kind === "shared-proposal" ? [{ number, earlier: record }] : [],
      )
    : [];
  return (
    <Dialog isOpen title={m.proposals_history_title()} onClose={onClose}>
      {data?.ok === false && <p>{m.proposals_history_failed()}</p>}
      {data?.ok && versions.length === 0 && <p>{m.proposals_history_none()}</p>}
      <ol className="versions">
        {versions.map(({ number, earlier }) => (
          <li key={number} className="versions__one">
            <h3>{nameOf(earlier.editedBy)}</h3>
            <p className="versions__when">{momentText.dayAndTime(earlier.editedAt)}</p>
            <details>
              <summary className="fold__summary">{m.proposals_history_show()}</summary>
              <OutlineView
                outline={proposalOutline(readAsProposal(earlier), { sources: false, words })}
              />
            </details>
            <Button onPress={() => onRestore(earlier)}>{m.proposals_history_restore()}</Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
