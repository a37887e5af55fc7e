import type { Space } from "#core/space/Space.ts";
import { useSpaceList } from "./useSpaceList.ts";
import type { Workspace } from "./Workspace.ts";

/** One space by its id; null where this journal is not in it, undefined while it is read. */
export function useSpace(workspace: Workspace, id: string | undefined): Space | null | undefined {
  const spaces = useSpaceList(workspace);
  return spaces && (spaces.find((space) => space.id === id) ?? null);
}
