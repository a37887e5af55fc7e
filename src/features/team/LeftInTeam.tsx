import { useCallback } from "react";
import { isUnsentFieldOf, recordOfUnsentField } from "#core/entry/unsentWords.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { unsaidIn } from "#core/space/unsaidIn.ts";
import * as m from "#messages";
import { LeftWordsNote } from "#notebook/space/LeftWordsNote.tsx";
import { useLeftWords } from "#notebook/space/useLeftWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/**
 * A person's own words that reach nobody in a team: what had not gone out when they were removed and
 * came in again, and for whoever is out of it what stands in fields that they can fill no more.
 */
export function LeftInTeam({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const isOut = !takesPart(space);
  const proposals = view.proposals.flatMap(({ id }) => [`comment/${id}`, `thanks/${id}`]);
  const replies = view.comments.map(({ id }) => `reply/${id}`);
  const gone = isOut ? [`ask/${space.id}`, ...proposals, ...replies].join(" ") : "";
  const isLeft = useCallback(
    (field: string) => isUnsentFieldOf(space.id, field) || gone.split(" ").includes(field),
    [space.id, gone],
  );
  const all = [
    ...view.proposals,
    ...view.comments,
    ...view.thanks,
    ...view.asks.map(({ ask }) => ask),
  ];
  const unsaid = (field: string, text: string) => {
    const of = recordOfUnsentField(field);
    const record = all.find(({ id }) => id === of);
    // Out of the team, what stands here has perhaps reached nobody.
    return isOut || record === undefined ? text : unsaidIn(text, record);
  };
  const words = useLeftWords(workspace, isLeft, null, unsaid);
  return (
    <LeftWordsNote
      words={words}
      says={isOut ? m.team_left_unsaid() : m.team_left_unsent({ count: words.count })}
    />
  );
}
