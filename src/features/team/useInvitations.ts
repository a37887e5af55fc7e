import type { OpenInvitation } from "#core/space/Inviting.ts";
import type { Space } from "#core/space/Space.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** The invitations to a space that this device made and that still stand. */
export const useInvitations = (workspace: Workspace, space: Space): readonly OpenInvitation[] =>
  useSpaces(workspace, ["invitations", space.id], (spaces) => spaces.invitations(space.id)).data ??
  [];
