import { type ReactNode, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import { LockedPage } from "#features/locked/LockedPage.tsx";
import * as m from "#messages";
import { Notice } from "#ui/Notice.tsx";
import { Toaster } from "#ui/Toaster.tsx";
import { clock, random, type VaultThread } from "./compose.ts";
import { FailureNotice, RootBoundary } from "./shell/RootBoundary.tsx";
import { UpdateNotice } from "./shell/UpdateNotice.tsx";

const invitedText = {
  team: m.shell_invited,
  own: m.shell_invited_device,
  cutOff: m.shell_invited_cut_off,
  notKept: m.common_invitation_not_kept,
} as const;

/** The page: locked until a journal is open, then the journal. */
export function App({
  vault,
  hasFailed,
  sharedWaits,
  invitedTo,
  loadJournal,
  openJournal,
}: {
  readonly vault: VaultThread["vault"];
  /** Part of the app could not start or has stopped. */
  readonly hasFailed: boolean;
  /** Words that another app shared are held by this page only, until a journal is open. */
  readonly sharedWaits: boolean;
  /** The page was opened by an invitation to a team, or to link a device of one's own, or by what is left of one. */
  readonly invitedTo: keyof typeof invitedText | null;
  /** Fetches the rest of the app, ahead of need. */
  readonly loadJournal: () => void;
  /** Joins everything to the vault, which is open now. */
  readonly openJournal: (id: JournalId) => Promise<ReactNode>;
}) {
  const [journal, setJournal] = useState<ReactNode>(null);
  return (
    <RootBoundary>
      {hasFailed && <FailureNotice />}
      {journal === null && sharedWaits && <Notice tone="info">{m.shell_shared_waits()}</Notice>}
      {journal === null && invitedTo !== null && (
        <Notice tone="info">{invitedText[invitedTo]()}</Notice>
      )}
      {journal ?? (
        <LockedPage
          door={vault}
          clock={clock}
          random={random}
          notices={<UpdateNotice beforeTaking={async () => !sharedWaits} />}
          onTrying={loadJournal}
          onOpened={async (id) => setJournal(await openJournal(id))}
        />
      )}
      <Toaster />
    </RootBoundary>
  );
}
