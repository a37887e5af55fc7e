import { ChartLine, History, PenLine, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { partKeys } from "#core/proposal/proposalParts.ts";
import * as m from "#messages";
import type { RecordSession } from "#notebook/recordSession.ts";
import { longestTitle, shortTitle } from "#notebook/shownTitle.ts";
import { useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Menu } from "#ui/Menu.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { TextField } from "#ui/TextField.tsx";
import { useClearOfToasts } from "#ui/toasterPlace.ts";
import { notify } from "#ui/toasts.ts";
import { begunParts } from "./begunParts.ts";
import { CausePart } from "./CausePart.tsx";
import { ChartLink } from "./chart/ChartLink.tsx";
import { deleteProposal } from "./deleteProposal.ts";
import { ExportCard } from "./ExportCard.tsx";
import { FailureNotice } from "./FailureNotice.tsx";
import { FoldedParts } from "./FoldedParts.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";
import { IdeaPart } from "./IdeaPart.tsx";
import { KeptLine } from "./KeptLine.tsx";
import { PartSteps } from "./PartSteps.tsx";
import { PeoplePart } from "./PeoplePart.tsx";
import { ProblemPart } from "./ProblemPart.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { StagePart } from "./StagePart.tsx";
import { ShareCard } from "./shared/ShareCard.tsx";
import { stageName } from "./stageName.ts";
import { useIdeaOffers } from "./useIdeaOffers.ts";
import "./ProposalDraft.css";

/** A proposal being written: the first questions open, the rest folded, everything kept as it is typed. */
export function ProposalDraft({
  workspace,
  session,
}: {
  readonly workspace: Workspace;
  readonly session: RecordSession<Proposal>;
}) {
  const { record: proposal, safety } = useRecordState(session);
  const navigate = useNavigate();
  const [asksTitle] = useState(proposal.title.trim() === "");
  const foot = useRef<HTMLDivElement>(null);
  useClearOfToasts(foot);
  const [open, setOpen] = useState<"rename" | "history" | null>(null);
  const offers = useIdeaOffers(workspace, proposal);
  const now = workspace.clock.now();
  const editing = { proposal, change: session.change };

  const restore = (earlier: Proposal) => {
    setOpen(null);
    session.change((current) => ({
      ...earlier,
      createdAt: current.createdAt,
      deletedAt: current.deletedAt,
      // Versions are looked at and chosen by their words; numbers written since then stay.
      measuring: current.measuring,
    }));
    void session.flush({ remember: true }).then((isKept) => {
      if (isKept) notify({ text: m.proposals_history_restored() });
    });
  };
  const remove = async () => {
    await session.flush();
    if (await deleteProposal(workspace, proposal.id)) void navigate("/proposals");
  };

  return (
    <>
      <PageHeader
        pageName={m.proposals_page_one()}
        title={shortTitle(proposal)}
        eyebrow={m.proposals_parts_of({
          stage: stageName(proposal.stage),
          begun: begunParts(proposal),
          all: partKeys.length,
        })}
        actions={
          <>
            {proposal.measuring.measures.length > 0 && (
              <LinkButton variant="quiet" icon={ChartLine} to={`/proposals/${proposal.id}/chart`}>
                {m.charts_page()}
              </LinkButton>
            )}
            <Menu
              label={m.proposals_more()}
              items={[
                {
                  id: "rename",
                  label: m.proposals_rename(),
                  icon: PenLine,
                  onAction: () => setOpen("rename"),
                },
                {
                  id: "history",
                  label: m.proposals_history(),
                  icon: History,
                  onAction: () => setOpen("history"),
                },
                {
                  id: "delete",
                  label: m.proposals_delete(),
                  icon: Trash2,
                  isDanger: true,
                  onAction: () => void remove(),
                },
              ]}
            />
          </>
        }
      />
      <PartSteps proposal={proposal} />
      <FailureNotice safety={safety} proposal={proposal} onTryAgain={() => void session.flush()} />
      <div className="proposal-draft">
        {asksTitle && (
          <TextField
            label={m.proposals_field_title()}
            description={m.proposals_field_title_help()}
            placeholder={m.proposals_field_title_placeholder()}
            value={proposal.title}
            maxLength={longestTitle}
            onChange={(title) => session.change((current) => ({ ...current, title }))}
          />
        )}
        <ProblemPart {...editing} />
        <CausePart {...editing} />
        <IdeaPart {...editing} offers={offers} now={now} />
        <PeoplePart me={null} {...editing} newId={() => newId(workspace.random)} />
        <FoldedParts {...editing} />
        <ChartLink proposal={proposal} />
        <StagePart {...editing} />
        <ShareCard workspace={workspace} proposal={proposal} />
        <ExportCard workspace={workspace} proposal={proposal} now={now} />
        {proposal.theme !== null && (
          <p className="proposal-draft__theme">
            {m.proposals_from_theme()}
            <LinkButton variant="quiet" to={`/themes/${proposal.theme}`}>
              {m.proposals_open_theme()}
            </LinkButton>
          </p>
        )}
      </div>
      <div ref={foot} className="proposal-foot">
        <KeptLine safety={safety} editedAt={proposal.editedAt} clock={workspace.clock} />
      </div>
      {open === "rename" && (
        <RenameDialog
          title={proposal.title}
          onClose={() => setOpen(null)}
          onRename={(title) => {
            setOpen(null);
            session.change((current) => ({ ...current, title }));
          }}
        />
      )}
      {open === "history" && (
        <HistoryDialog
          workspace={workspace}
          proposal={proposal}
          onClose={() => setOpen(null)}
          onRestore={restore}
        />
      )}
    </>
  );
}
