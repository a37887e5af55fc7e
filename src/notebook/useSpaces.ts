import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Spaces } from "#core/space/Spaces.ts";
import type { Workspace } from "./Workspace.ts";

/**
 * Asks something of the spaces of this journal and asks again whenever they change: members, what is
 * on its way, who is here. `key` tells one question from another.
 */
export function useSpaces<T>(
  workspace: Workspace,
  key: readonly [string, ...unknown[]],
  read: (spaces: Spaces) => Promise<T>,
): UseQueryResult<T> {
  const client = useQueryClient();
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: ["spaces"] });
    const stop = workspace.spaces.subscribe(ask);
    return () => {
      void stop.then((end) => end());
    };
  }, [client, workspace]);
  return useQuery<T>({ queryKey: ["spaces", ...key], queryFn: () => read(workspace.spaces) });
}
