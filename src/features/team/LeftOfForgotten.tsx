import { useCallback } from "react";
import { spaceOfUnsentField } from "#core/entry/unsentWords.ts";
import * as m from "#messages";
import { LeftWordsNote } from "#notebook/space/LeftWordsNote.tsx";
import { useLeftWords } from "#notebook/space/useLeftWords.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** A person's own words that were set aside for spaces which are no longer on this device. */
export function LeftOfForgotten({ workspace }: { readonly workspace: Workspace }) {
  const { data: kept } = useSpaces(workspace, ["kept"], (spaces) => spaces.kept());
  const there = kept?.join(" ");
  const isLeft = useCallback(
    (field: string) => {
      const space = spaceOfUnsentField(field);
      return space !== null && there !== undefined && !there.split(" ").includes(space);
    },
    [there],
  );
  return (
    <LeftWordsNote words={useLeftWords(workspace, isLeft, null)} says={m.team_left_forgotten()} />
  );
}
