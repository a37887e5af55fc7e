import { type ReactNode, useState } from "react";
import { LockedPage } from "#features/locked/LockedPage.tsx";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Toaster } from "#ui/Toaster.tsx";
import { clock, random, type VaultThread } from "./compose.ts";
import { UpdateNotice } from "./shell/UpdateNotice.tsx";

/** The page: locked until a journal is open, then the journal. */
export function App({
  vault,
  hasFailed,
  loadJournal,
  openJournal,
}: {
  readonly vault: VaultThread["vault"];
  /** Part of the app could not start or has stopped. */
  readonly hasFailed: boolean;
  /** Fetches the rest of the app, ahead of need. */
  readonly loadJournal: () => void;
  /** Joins everything to the vault, which is open now. */
  readonly openJournal: () => Promise<ReactNode>;
}) {
  const [journal, setJournal] = useState<ReactNode>(null);
  const failure = hasFailed && (
    <Notice
      tone="danger"
      actions={
        <Button variant="outline" onPress={() => window.location.reload()}>
          {m.shell_reload()}
        </Button>
      }
    >
      {m.shell_worker_failed()}
    </Notice>
  );
  return (
    <>
      {journal ?? (
        <LockedPage
          door={vault}
          clock={clock}
          random={random}
          notices={
            <>
              {failure}
              <UpdateNotice beforeTaking={async () => {}} />
            </>
          }
          onTrying={loadJournal}
          onOpened={async () => setJournal(await openJournal())}
        />
      )}
      {journal !== null && failure}
      <Toaster />
    </>
  );
}
