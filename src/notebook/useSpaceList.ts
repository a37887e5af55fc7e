import type { Space } from "#core/space/Space.ts";
import { useSpaces } from "./useSpaces.ts";
import type { Workspace } from "./Workspace.ts";

/** The spaces that this journal is in; undefined while they are read. */
export const useSpaceList = (workspace: Workspace): readonly Space[] | undefined =>
  useSpaces(workspace, ["list"], (spaces) => spaces.list()).data;
