import { useEffect } from "react";
import { useParams } from "react-router";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { useSharedView } from "#notebook/useSharedView.ts";
import { useSpace } from "#notebook/useSpace.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** The team that the address names, with what it holds; null: not in it; undefined while it is read. */
export function usePlaceOfTeam(
  workspace: Workspace,
): { readonly space: Space; readonly view: SharedView } | null | undefined {
  const { id } = useParams();
  const space = useSpace(workspace, id);
  const view = useSharedView(workspace, space);
  if (space === null || space?.kind === "own") return null;
  return space && view ? { space, view } : undefined;
}

/** Looks at the server for voices when a place that shows them is entered: nothing else calls for them. */
export function useFetchedVoices(workspace: Workspace): void {
  useEffect(() => void workspace.spaces.tryNow(), [workspace]);
}
