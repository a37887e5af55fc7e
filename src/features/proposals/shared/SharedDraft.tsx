import { useEffect, useState } from "react";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import { rewordProposal } from "#core/proposal/proposalTexts.ts";
import { hideRemark } from "#core/space/hideRemark.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { readAsProposal } from "#core/space/sharedAsProposal.ts";
import { withdrawProposal } from "#core/space/shareProposal.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { RecordSession } from "#notebook/recordSession.ts";
import { memberNameIn } from "#notebook/space/memberNameIn.ts";
import { namesIn } from "#notebook/space/namesIn.ts";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { useUnsentChanges } from "#notebook/space/useUnsentChanges.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { notify } from "#ui/toasts.ts";
import { FailureNotice } from "../FailureNotice.tsx";
import { KeptLine } from "../KeptLine.tsx";
import { Authors } from "./Authors.tsx";
import { Comments } from "./Comments.tsx";
import type { Hiding } from "./RemarkLine.tsx";
import { SaveProposalDialog } from "./SaveProposalDialog.tsx";
import { SharedFields } from "./SharedFields.tsx";
import { type SharedDialog, SharedHeader } from "./SharedHeader.tsx";
import { SharedHistory } from "./SharedHistory.tsx";
import { useIdentityHints } from "./useIdentityHints.tsx";
import { useOwnWordings } from "./useOwnWordings.ts";
import { useSharedEditing } from "./useSharedEditing.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";
import { WithdrawnProposal } from "./WithdrawnProposal.tsx";
import { WritingNow } from "./WritingNow.tsx";
import { WrittenApart } from "./WrittenApart.tsx";
import "../ProposalDraft.css";

/** A proposal in a team space: the same questions, written by several people, with what they say about it. */
export function SharedDraft({
  workspace,
  session,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly session: RecordSession<SharedProposal>;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const { shared, safety, proposal, labels, textsOf, change, changeShared, settleApart } =
    useSharedEditing(session, space.me);
  const [open, setOpen] = useState<SharedDialog | null>(null);
  const wordings = useOwnWordings(shared, space.me);
  const unsent = useUnsentChanges(workspace, space);
  const mayWrite = takesPart(space) && shared.withdrawnAt === null;
  // Whoever was writing when it ended is led to what is said now.
  useEffect(() => {
    if (!mayWrite && document.activeElement === document.body) focusPageHeading();
  }, [mayWrite]);
  const nameOf = memberNameIn(space, view);
  const known = namesIn(space);
  const { hint, dialog } = useIdentityHints(workspace, textsOf(proposal), known, (from, to) => {
    change((at) => rewordProposal(at, labels, from, to));
    void session.flush({ remember: true });
  });
  const isFacilitator = space.members.some(({ isMe, role }) => isMe && role === "facilitator");
  const hiding: Hiding = {
    hidden: shared.hidden,
    onHide:
      isFacilitator && takesPart(space)
        ? (remark, isHidden) => {
            session.change((at) => hideRemark(at, remark, isHidden, { by: space.me }));
            void session.flush({ remember: true });
          }
        : null,
  };
  const header = (
    <SharedHeader
      shared={shared}
      proposal={proposal}
      space={space}
      sharedBy={nameOf(shared.by)}
      onJoinAuthors={() => changeShared((at) => ({ ...at, authors: [...at.authors, space.me] }))}
      onOpen={setOpen}
    />
  );
  const talk = { workspace, space, view, about: shared.id, nameOf, unsent };
  if (!takesPart(space) && shared.withdrawnAt === null) {
    return (
      <>
        {header}
        <Notice>{m.sharing_read_only()}</Notice>
        <div className="proposal-draft">
          <OutlineView
            outline={proposalOutline(proposal, { sources: false, words: proposalWords() })}
          />
          <Comments {...talk} hiding={hiding} />
        </div>
      </>
    );
  }
  if (shared.withdrawnAt !== null) {
    return (
      <>
        {header}
        <WithdrawnProposal
          workspace={workspace}
          shared={shared}
          view={view}
          withdrawnBy={nameOf(shared.by)}
          wordings={shared.by === space.me ? "" : wordings}
        />
      </>
    );
  }
  return (
    <>
      {header}
      <FailureNotice safety={safety} proposal={proposal} onTryAgain={() => void session.flush()} />
      <SpaceStatus workspace={workspace} space={space} />
      <Authors workspace={workspace} shared={shared} nameOf={nameOf} />
      <WrittenApart shared={shared} texts={textsOf(proposal)} onSettle={settleApart} />
      <WritingNow workspace={workspace} space={space} record={shared.id} nameOf={nameOf}>
        <SharedFields
          shared={shared}
          editing={{ proposal, change }}
          hint={hint}
          talk={talk}
          hiding={hiding}
        />
      </WritingNow>
      {dialog}
      <div className="proposal-foot">
        <KeptLine
          safety={safety}
          editedAt={shared.editedBy === space.me ? shared.editedAt : null}
          clock={workspace.clock}
        />
      </div>
      {open === "history" && (
        <SharedHistory
          workspace={workspace}
          shared={shared}
          textsOf={textsOf}
          nameOf={nameOf}
          onClose={() => setOpen(null)}
          onRestore={(earlier) => {
            setOpen(null);
            change(() => readAsProposal(earlier));
            void session.flush({ remember: true }).then((isKept) => {
              focusPageHeading();
              if (isKept) notify({ text: m.proposals_history_restored() });
            });
          }}
        />
      )}
      {open === "file" && (
        <SaveProposalDialog workspace={workspace} shared={shared} onClose={() => setOpen(null)} />
      )}
      {open === "withdraw" && (
        <WithdrawDialog
          workspace={workspace}
          proposal={proposal}
          known={known}
          onClose={() => setOpen(null)}
          onWithdraw={() => {
            session.change((at) => withdrawProposal(at, space.me, workspace.clock.now()));
            void session.flush();
          }}
        />
      )}
    </>
  );
}
