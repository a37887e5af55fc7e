import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** How many things that this person changed in a space will reach nobody there, since they are out of it; else 0. */
export function useUnsentChanges(workspace: Workspace, space: Space | null | undefined): number {
  const isOut = space?.kind === "team" && !takesPart(space) && space.state.type !== "joining";
  const { data = 0 } = useSpaces(workspace, ["unsent", space?.id, isOut], async (spaces) => {
    if (!isOut) return 0;
    const count = await spaces.unsentChanges(space.id);
    return count.ok ? count.value : 0;
  });
  return data;
}
