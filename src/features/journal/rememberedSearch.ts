import type { Workspace } from "#notebook/Workspace.ts";
import { everything, type JournalSearch } from "./JournalSearch.ts";

/** Where a person was in the Journal. */
export interface RememberedPlace {
  readonly search: JournalSearch;
  /** How far the page was scrolled, in CSS pixels. */
  readonly scrolled: number;
}

// Never in the address or the history: in memory, for as long as the journal is open.
const places = new WeakMap<Workspace, RememberedPlace>();

/** Where the person last was in the Journal of this opened journal. */
export const rememberedPlace = (workspace: Workspace): RememberedPlace =>
  places.get(workspace) ?? { search: everything, scrolled: 0 };

/** Remembers it until the journal locks. */
export function rememberPlace(workspace: Workspace, place: Partial<RememberedPlace>): void {
  places.set(workspace, { ...rememberedPlace(workspace), ...place });
}
