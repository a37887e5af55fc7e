import { useQuery } from "@tanstack/react-query";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import { someone } from "#core/space/claimsOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { readAsProposal } from "#core/space/sharedAsProposal.ts";
import { writtenApart } from "#core/space/writtenApart.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import "../HistoryDialog.css";

/** Earlier versions, newest first: who changed it, when, how it stood, and a way back to it. */
export function SharedHistory({
  workspace,
  shared,
  textsOf,
  nameOf,
  onRestore,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly shared: SharedProposal;
  readonly textsOf: (proposal: Proposal) => readonly CheckedText[];
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
      {versions.length > 0 && <p>{m.sharing_history_own()}</p>}
      <ol className="versions">
        {versions.map(({ number, earlier }) => (
          <li key={number} className="versions__one">
            <h3>
              {earlier.editedBy === someone
                ? m.sharing_history_unproved()
                : nameOf(earlier.editedBy)}
            </h3>
            <p className="versions__when">{momentText.dayAndTime(earlier.editedAt)}</p>
            <details>
              <summary className="fold__summary">{m.proposals_history_show()}</summary>
              <OutlineView
                outline={proposalOutline(readAsProposal(earlier), { sources: false, words })}
              />
              {writtenApart(earlier.rewritings, textsOf(readAsProposal(earlier)))
                .flatMap((apart) => apart.versions)
                .filter((version) => version !== "")
                .map((version) => (
                  <p key={version}>
                    {m.sharing_history_apart()} <q className="own-words">{version}</q>
                  </p>
                ))}
            </details>
            {earlier.hidden.length > 0 && (
              <p className="versions__when">
                {m.sharing_history_hidden({ count: earlier.hidden.length })}
              </p>
            )}
            <Button onPress={() => onRestore(earlier)}>{m.proposals_history_restore()}</Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
