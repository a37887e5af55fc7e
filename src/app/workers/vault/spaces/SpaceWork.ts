import type { RunningParts, RunningSpaces } from "./createRunningSpaces.ts";

/** What everything that is done with the spaces of an open journal works with. */
export interface SpaceWork extends RunningParts {
  readonly running: RunningSpaces;
}
