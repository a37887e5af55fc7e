import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { useSpaces } from "../useSpaces.ts";
import type { Workspace } from "../Workspace.ts";

const none: readonly JournalRecord["id"][] = [];

/** Which things that this person changed in a space will reach nobody there, since they are out of it; else none. */
export function useUnsentChanges(
  workspace: Workspace,
  space: Space | null | undefined,
): readonly JournalRecord["id"][] {
  const isOut = space?.kind === "team" && !takesPart(space) && space.state.type !== "joining";
  const { data = none } = useSpaces(workspace, ["unsent", space?.id, isOut], async (spaces) => {
    if (!isOut) return none;
    const unsent = await spaces.unsentChanges(space.id);
    return unsent.ok ? unsent.value : none;
  });
  return data;
}
