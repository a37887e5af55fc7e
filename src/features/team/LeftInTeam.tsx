import { useCallback } from "react";
import { isUnsentFieldOf } from "#core/entry/unsentWords.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
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
  const words = useLeftWords(workspace, isLeft, null);
  return (
    <LeftWordsNote
      words={words}
      says={isOut ? m.team_left_unsaid() : m.team_left_unsent({ count: words.count })}
    />
  );
}
