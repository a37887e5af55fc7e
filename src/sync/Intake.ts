import type { SpaceRow } from "./ports/SpaceStore.ts";
import type { Heads } from "./SpaceState.ts";

/** An update as a row brought it. */
export interface Brought {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The row in which it is kept apart, where it is. */
  readonly key: string | null;
}

/** What taking in rows comes to, before any of it is kept. */
export interface Intake {
  heads: Heads;
  readonly brought: Brought[];
  readonly put: SpaceRow[];
  readonly drop: SpaceRow[];
}
