import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** What is said about something shared, and what is needed to say more. */
export interface Talk {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
  readonly about: SharedId;
  readonly nameOf: (member: MemberId) => string;
  /** What this person said here that reaches nobody. */
  readonly unsent: readonly string[];
}
