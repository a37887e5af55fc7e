import { ArrowLeft, ArrowRight } from "lucide-react";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import "./Neighbours.css";

/** The way to the entries that happened just before and just after this one. */
export function Neighbours({
  workspace,
  id,
}: {
  readonly workspace: Workspace;
  readonly id: EntryId;
}) {
  const near = useReading(workspace, ["neighbours", id], async (reader, since) => {
    const { ids } = await reader.timeline({}, since);
    const at = ids.indexOf(id);
    return at === -1
      ? { newer: null, older: null }
      : { newer: ids[at - 1] ?? null, older: ids[at + 1] ?? null };
  });
  const { newer = null, older = null } = near.data ?? {};
  if (!newer && !older) return null;
  return (
    <nav className="neighbours" aria-label={m.journal_neighbours()}>
      {newer && (
        <LinkButton variant="quiet" icon={ArrowLeft} to={`/journal/${newer}`}>
          {m.journal_newer()}
        </LinkButton>
      )}
      {older && (
        <LinkButton
          className="neighbours__older"
          variant="quiet"
          icon={ArrowRight}
          to={`/journal/${older}`}
        >
          {m.journal_older()}
        </LinkButton>
      )}
    </nav>
  );
}
