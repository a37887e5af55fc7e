import { Users } from "lucide-react";
import { someone } from "#core/space/claimsOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import "./SharePage.css";

/** Who else changed a proposal, as far as it and the versions on this device prove it; `someone` where it is proved of nobody. */
function useEditors(workspace: Workspace, shared: SharedProposal): readonly MemberId[] {
  // Asked again as others write: what they replaced is kept under who wrote that.
  const { data } = useReading(workspace, ["editors", shared.id], () =>
    workspace.vault.history(shared.id),
  );
  const versions = data?.ok ? data.value : [];
  const all = versions.flatMap(({ record }) =>
    record.kind === "shared-proposal" ? [record.editedBy] : [],
  );
  return [...new Set([...all, shared.editedBy])].filter(
    (editor) => !shared.authors.includes(editor),
  );
}

/** Who wrote it together, and who else has changed it since. */
export function Authors({
  workspace,
  shared,
  nameOf,
}: {
  readonly workspace: Workspace;
  readonly shared: SharedProposal;
  readonly nameOf: (member: MemberId) => string;
}) {
  const editors = useEditors(workspace, shared);
  const proved = editors.filter((editor) => editor !== someone);
  const list = (members: readonly MemberId[]) =>
    new Intl.ListFormat(m.notebook_locale()).format(members.map(nameOf));
  const written = shared.source === null ? m.sharing_authors_from_file : m.sharing_authors;
  return (
    <p className="shared-authors">
      <Users size={20} strokeWidth={1.75} aria-hidden /> {written({ who: list(shared.authors) })}
      {proved.length > 0 && `. ${m.sharing_changed_since({ who: list(proved) })}`}
      {proved.length === 0 && editors.length > 0 && `. ${m.sharing_changed_since_unproved()}`}
    </p>
  );
}
