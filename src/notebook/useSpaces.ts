import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Spaces } from "#core/space/Spaces.ts";
import type { Workspace } from "./Workspace.ts";

/**
 * Asks something of the spaces of this journal and stays up to date: asked again whenever they change
 * (see `ReadingProvider`), be it members, what is on its way, or who is here. `key` tells one question
 * from another.
 */
export const useSpaces = <T>(
  workspace: Workspace,
  key: readonly [string, ...unknown[]],
  read: (spaces: Spaces) => Promise<T>,
): UseQueryResult<T> =>
  useQuery<T>({ queryKey: ["spaces", ...key], queryFn: () => read(workspace.spaces) });
