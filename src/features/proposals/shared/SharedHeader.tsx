import { Download, History, Undo2, UserPlus } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { shortTitle, shownTitle } from "#notebook/shownTitle.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Menu } from "#ui/Menu.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { stageName } from "../stageName.ts";

/** What can be opened over a shared proposal. */
export type SharedDialog = "history" | "withdraw" | "file";

/** What a shared proposal is called, by whom and with whom it is shared, and what can be done with it. */
export function SharedHeader({
  shared,
  proposal,
  space,
  sharedBy,
  onJoinAuthors,
  onOpen,
}: {
  readonly shared: SharedProposal;
  readonly proposal: Proposal;
  readonly space: Space;
  readonly sharedBy: string;
  readonly onJoinAuthors: () => void;
  readonly onOpen: (dialog: SharedDialog) => void;
}) {
  // What somebody shares of their own says by its source that it is.
  const by = shared.source === null ? m.sharing_brought_in_by : m.sharing_by;
  // Whoever may write has all of it in its field.
  const titleOf = takesPart(space) ? shortTitle : shownTitle;
  const isWithdrawn = shared.withdrawnAt !== null;
  const join = {
    id: "author",
    label: m.sharing_join_authors(),
    icon: UserPlus,
    onAction: onJoinAuthors,
  };
  const withdraw = {
    id: "withdraw",
    label: m.sharing_withdraw(),
    icon: Undo2,
    isDanger: true,
    onAction: () => onOpen("withdraw"),
  };
  const items = [
    ...(shared.authors.includes(space.me) ? [] : [join]),
    { id: "file", label: m.sharing_file(), icon: Download, onAction: () => onOpen("file") },
    {
      id: "history",
      label: m.proposals_history(),
      icon: History,
      onAction: () => onOpen("history"),
    },
    ...(shared.by === space.me ? [withdraw] : []),
  ];
  return (
    <PageHeader
      pageName={m.sharing_page_one()}
      title={isWithdrawn ? m.sharing_withdrawn_title() : titleOf(proposal)}
      eyebrow={
        isWithdrawn ? m.sharing_page_one() : by({ stage: stageName(shared.stage), who: sharedBy })
      }
      sharedWith={space.name.trim() || m.sharing_team()}
      actions={
        <>
          <LinkButton to={`/team/${space.id}`}>{m.sharing_back()}</LinkButton>
          {!isWithdrawn && takesPart(space) && <Menu label={m.sharing_more()} items={items} />}
        </>
      }
    />
  );
}
