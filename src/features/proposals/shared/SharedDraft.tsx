import { Download, History, Undo2, UserPlus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { newId } from "#base/newId.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import { proposalTexts, rewordProposal, withProposalTexts } from "#core/proposal/proposalTexts.ts";
import { hideRemark } from "#core/space/hideRemark.ts";
import { noteRewritings, settle } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { putInPlace } from "#core/space/sentencesWithin.ts";
import { readAsProposal, writeAsProposal } from "#core/space/sharedAsProposal.ts";
import { withdrawProposal } from "#core/space/shareProposal.ts";
import { takesPart } from "#core/space/takesPart.ts";
import type { WrittenApart as Apart } from "#core/space/writtenApart.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { RecordSession } from "#notebook/recordSession.ts";
import { memberNameIn } from "#notebook/space/memberNameIn.ts";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Menu } from "#ui/Menu.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { TextField } from "#ui/TextField.tsx";
import { CausePart } from "../CausePart.tsx";
import { FailureNotice } from "../FailureNotice.tsx";
import { FoldedParts } from "../FoldedParts.tsx";
import { IdeaPart } from "../IdeaPart.tsx";
import { KeptLine } from "../KeptLine.tsx";
import { OutlineView } from "../OutlineView.tsx";
import { PeoplePart } from "../PeoplePart.tsx";
import { ProblemPart } from "../ProblemPart.tsx";
import { StagePart } from "../StagePart.tsx";
import { shownTitle } from "../shownTitle.ts";
import { stageName } from "../stageName.ts";
import { Authors } from "./Authors.tsx";
import { Comments } from "./Comments.tsx";
import { Excerpts } from "./Excerpts.tsx";
import type { Hiding } from "./RemarkLine.tsx";
import { SaveProposalDialog } from "./SaveProposalDialog.tsx";
import { SharedHistory } from "./SharedHistory.tsx";
import { ThanksPart } from "./ThanksPart.tsx";
import { useIdentityHints } from "./useIdentityHints.tsx";
import { VoicesPart } from "./VoicesPart.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";
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
  const { record: shared, safety } = useRecordState(session);
  const [open, setOpen] = useState<"history" | "withdraw" | "file" | null>(null);
  const labels = useMemo(() => ({ title: m.proposals_field_title(), words: proposalWords() }), []);
  const mayWrite = takesPart(space) && shared.withdrawnAt === null;
  // Whoever was writing when it ended is led to what is said now.
  useEffect(() => {
    if (!mayWrite && document.activeElement === document.body) focusPageHeading();
  }, [mayWrite]);
  const now = workspace.clock.now();
  const proposal = readAsProposal(shared);
  const name = space.name.trim() || m.sharing_team();
  const nameOf = memberNameIn(space, view);
  const changeShared = (next: (shared: SharedProposal) => SharedProposal) =>
    session.change((current) => ({ ...next(current), editedBy: space.me }));
  const textsOf = (one: Proposal) => proposalTexts(one, labels);
  const change = (next: (proposal: Proposal) => Proposal) =>
    changeShared((current) => {
      const before = readAsProposal(current);
      const after = next(before);
      const [were, are] = [textsOf(before), textsOf(after)];
      const rewritings = noteRewritings(current.rewritings, space.me, were, are);
      return { ...writeAsProposal(current, after), rewritings };
    });
  const settleApart = (apart: Apart, words: string | null) => {
    changeShared((current) => {
      const before = readAsProposal(current);
      const put = ({ id, text }: { readonly id: string; readonly text: string }) =>
        id === apart.part && words !== null ? putInPlace(text, apart.versions, words) : text;
      const texts = textsOf(before).map((one) => ({ ...one, text: put(one) }));
      const text = texts.find(({ id }) => id === apart.part)?.text ?? "";
      const rewritings = settle(current.rewritings, space.me, apart, text);
      return { ...writeAsProposal(current, withProposalTexts(before, labels, texts)), rewritings };
    });
    // With both versions: what was not chosen is found there.
    void session.flush({ remember: true });
  };
  const { hint, dialog } = useIdentityHints(workspace, textsOf(proposal), (from, to) => {
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
  const editing = { proposal, change };
  const isMine = shared.by === space.me;
  const isAuthor = shared.authors.includes(space.me);
  const header = (
    <PageHeader
      pageName={m.sharing_page_one()}
      title={shared.withdrawnAt === null ? shownTitle(proposal) : m.sharing_withdrawn_title()}
      eyebrow={m.sharing_by({ stage: stageName(shared.stage), who: nameOf(shared.by) })}
      sharedWith={name}
      actions={
        <>
          <LinkButton to={`/team/${space.id}`}>{m.sharing_back()}</LinkButton>
          {shared.withdrawnAt === null && takesPart(space) && (
            <Menu
              label={m.sharing_more()}
              items={[
                ...(isAuthor
                  ? []
                  : [
                      {
                        id: "author",
                        label: m.sharing_join_authors(),
                        icon: UserPlus,
                        onAction: () =>
                          changeShared((at) => ({ ...at, authors: [...at.authors, space.me] })),
                      },
                    ]),
                {
                  id: "file",
                  label: m.sharing_file(),
                  icon: Download,
                  onAction: () => setOpen("file"),
                },
                {
                  id: "history",
                  label: m.proposals_history(),
                  icon: History,
                  onAction: () => setOpen("history"),
                },
                ...(isMine
                  ? [
                      {
                        id: "withdraw",
                        label: m.sharing_withdraw(),
                        icon: Undo2,
                        isDanger: true,
                        onAction: () => setOpen("withdraw"),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </>
      }
    />
  );
  const about = { workspace, space, view, about: shared.id, nameOf };
  if (!takesPart(space) && shared.withdrawnAt === null) {
    return (
      <>
        {header}
        <Notice>{m.sharing_read_only()}</Notice>
        <div className="proposal-draft">
          <OutlineView
            outline={proposalOutline(proposal, { sources: false, words: proposalWords() })}
          />
          <Comments {...about} hiding={hiding} />
        </div>
      </>
    );
  }
  if (shared.withdrawnAt !== null) {
    return (
      <>
        {header}
        <Notice>{m.sharing_withdrawn({ who: nameOf(shared.by) })}</Notice>
      </>
    );
  }
  return (
    <>
      {header}
      <FailureNotice safety={safety} proposal={proposal} onTryAgain={() => void session.flush()} />
      <SpaceStatus workspace={workspace} space={space} />
      <Authors authors={shared.authors} nameOf={nameOf} />
      <WrittenApart shared={shared} texts={textsOf(proposal)} onSettle={settleApart} />
      <WritingNow workspace={workspace} space={space} record={shared.id} nameOf={nameOf}>
        <div className="proposal-draft">
          <TextField
            label={m.proposals_field_title()}
            value={shared.title}
            onChange={(title) => change((at) => ({ ...at, title }))}
          />
          {hint("title")}
          <div data-part="problem">
            <ProblemPart {...editing} />
            {hint("problem")}
            <Excerpts excerpts={shared.excerpts} under="problem" nameOf={nameOf} />
          </div>
          <div data-part="cause">
            <CausePart {...editing} />
            {hint("cause")}
          </div>
          <div data-part="idea">
            <IdeaPart {...editing} offers={[]} now={now} />
            {hint("idea")}
            <Excerpts excerpts={shared.excerpts} under="idea" nameOf={nameOf} />
          </div>
          <div data-part="people">
            <PeoplePart {...editing} me={nameOf(space.me)} newId={() => newId(workspace.random)} />
            {hint("people")}
          </div>
          <FoldedParts {...editing} />
          {hint("involvement", "worries", "resources", "time", "governance", "money")}
          <StagePart {...editing} />
          <VoicesPart {...about} voices={shared.voices} />
          <ThanksPart {...about} />
          <Comments {...about} hiding={hiding} />
        </div>
      </WritingNow>
      {dialog}
      <div className="proposal-foot">
        <KeptLine safety={safety} editedAt={shared.editedAt} clock={workspace.clock} />
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
            void session.flush({ remember: true });
          }}
        />
      )}
      {open === "file" && (
        <SaveProposalDialog
          workspace={workspace}
          proposal={shared.id}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "withdraw" && (
        <WithdrawDialog
          workspace={workspace}
          proposal={proposal}
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
