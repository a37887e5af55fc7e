import { TodayPage } from "#features/today/TodayPage.tsx";
import type { Workspace } from "#notebook/Workspace.ts";

/** Today, with the text that another app shared with this page until it is in the field. */
export function TodayPlace({
  workspace,
  incoming,
}: {
  readonly workspace: Workspace;
  /** Emptied once the text is taken, so that coming back to Today does not bring it again. */
  readonly incoming: { text: string | null };
}) {
  return (
    <TodayPage
      workspace={workspace}
      {...(incoming.text === null ? {} : { incoming: incoming.text })}
      onIncomingTaken={() => {
        incoming.text = null;
      }}
    />
  );
}
