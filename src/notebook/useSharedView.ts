import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { useReading } from "./useReading.ts";
import type { Workspace } from "./Workspace.ts";

/** What a space holds; null where there is no space, undefined while it is read. */
export const useSharedView = (
  workspace: Workspace,
  space: Space | null | undefined,
): SharedView | null | undefined =>
  useReading(
    workspace,
    ["shared", space?.id],
    async (reader, since) => (space ? reader.shared(space.id, since) : null),
    { enabled: space !== undefined },
  ).data;
