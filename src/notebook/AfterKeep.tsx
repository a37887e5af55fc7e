import type { Kept } from "./draftSession.ts";
import { KeptNote } from "./KeptNote.tsx";
import { Reminders } from "./Reminders.tsx";
import { Signpost } from "./Signpost.tsx";
import type { Workspace } from "./Workspace.ts";

/** What stands below a composer after Keep: that the words are safe, what they may remind of, and who is there for whoever wrote of being unwell. */
export function AfterKeep({
  workspace,
  kept,
  onClose,
}: {
  readonly workspace: Workspace;
  /** Null before the first Keep, and once the person has closed it. */
  readonly kept: Kept | null;
  readonly onClose: () => void;
}) {
  return (
    <>
      <KeptNote kept={kept?.entry.id ?? null} />
      {kept && (
        <Reminders
          key={kept.entry.id}
          workspace={workspace}
          entry={kept.entry.id}
          since={kept.mark}
          onClose={onClose}
        />
      )}
      {kept && <Signpost key={`${kept.entry.id} signpost`} entry={kept.entry} />}
    </>
  );
}
