import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Spaces.ts";
import { useReading } from "#notebook/useReading.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** One team with what it shares; null where this journal is not in it; undefined while it is read. */
export function useTeam(
  workspace: Workspace,
  id: string,
): { readonly space: Space; readonly view: SharedView } | null | undefined {
  const { data: spaces } = useSpaces(workspace, ["list"], (each) => each.list());
  const space = spaces?.find((each) => each.id === id);
  const { data: view } = useReading(
    workspace,
    ["shared", id],
    async (reader, since) => (space ? reader.shared(space.id, since) : null),
    { enabled: space !== undefined },
  );
  if (spaces && !space) return null;
  return space && view ? { space, view } : undefined;
}
