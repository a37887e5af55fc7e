import { useCallback } from "react";
import { spaceOfUnsentField } from "#core/entry/unsentWords.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { LeftWordsNote } from "#notebook/space/LeftWordsNote.tsx";
import { useLeftWords } from "#notebook/space/useLeftWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** A person's own words that were set aside for spaces which are no longer on this device. */
export function LeftOfForgotten({
  workspace,
  spaces,
}: {
  readonly workspace: Workspace;
  /** All that there are. */
  readonly spaces: readonly Space[];
}) {
  const there = spaces.map(({ id }) => id).join(" ");
  const isLeft = useCallback(
    (field: string) => {
      const space = spaceOfUnsentField(field);
      return space !== null && !there.split(" ").includes(space as Space["id"]);
    },
    [there],
  );
  return (
    <LeftWordsNote words={useLeftWords(workspace, isLeft, null)} says={m.team_left_forgotten()} />
  );
}
