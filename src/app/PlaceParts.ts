import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import type { Lock } from "./lock/createLock.ts";
import type { TabLine } from "./lock/TabNews.ts";

/** What the places of one open journal are made with. */
export interface PlaceParts {
  readonly workspace: Workspace;
  readonly lock: Lock;
  readonly tabs: TabLine;
  /** Text shared from another app, for Today's field; taken once. */
  readonly incoming: string | null;
  /** The invitation that the page was opened with. */
  readonly invitation: string | null;
  /** Whether an invitation was open here before a reload. */
  readonly wasInvited: () => boolean;
  readonly door: Door;
  /** Which journal is open. */
  readonly journalId: JournalId;
}
