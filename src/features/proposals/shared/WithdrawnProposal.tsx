import { useCallback } from "react";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import * as m from "#messages";
import { LeftWordsNote } from "#notebook/space/LeftWordsNote.tsx";
import { useLeftWords } from "#notebook/space/useLeftWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Notice } from "#ui/Notice.tsx";

/** A proposal that was withdrawn: by whom, and whoever had words of their own here is offered them. */
export function WithdrawnProposal({
  workspace,
  shared,
  view,
  withdrawnBy,
  wordings,
}: {
  readonly workspace: Workspace;
  readonly shared: SharedProposal;
  readonly view: SharedView;
  readonly withdrawnBy: string;
  /** Sentences in it as this person worded them, where it was open when it was withdrawn. */
  readonly wordings: string;
}) {
  const { id } = shared;
  const remarks = view.comments.filter(({ about }) => about === id).map((remark) => remark.id);
  const fields = [`comment/${id}`, `thanks/${id}`, `withdrawn/${id}`].concat(
    remarks.map((remark) => `reply/${remark}`),
  );
  const known = fields.join(" ");
  const isLeft = useCallback((field: string) => known.split(" ").includes(field), [known]);
  const words = useLeftWords(workspace, isLeft, { field: `withdrawn/${id}`, text: wordings });
  return (
    <>
      <Notice>{m.sharing_withdrawn({ who: withdrawnBy })}</Notice>
      <LeftWordsNote words={words} says={m.sharing_withdrawn_yours()} />
    </>
  );
}
