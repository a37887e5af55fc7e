import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { IdentityCheck } from "#core/identity/IdentityCheck.ts";
import type { Reader } from "#core/journal/Reader.ts";
import type { Mark, Vault } from "#core/journal/Vault.ts";
import type { Spaces } from "#core/space/Spaces.ts";

/** What every place of an open journal is given to work with; made in `app/compose.ts`. */
export interface Workspace {
  readonly vault: Vault;
  readonly reader: Reader;
  /** The spaces this journal is in: one's own devices, and teams. */
  readonly spaces: Spaces;
  /** What may identify someone, before words leave the journal. */
  readonly identity: IdentityCheck;
  readonly clock: Clock;
  readonly random: Random;
  /** The latest write this page knows of, to be handed to `reader` as `since`. */
  readonly mark: () => Mark;
  /** Tells the page of a write, so that later readings include it. */
  readonly wrote: (mark: Mark) => void;
  /**
   * Registers what must be saved before the journal locks: called once the screen is hidden and
   * awaited, within a second, before the keys are dropped. It resolves to whether nothing is left
   * unsaved: an update of the app waits for that, a lock does not. What was promised already, such
   * as hiding the journal, is `promised`, and given the time that a slow device needs. Returns a way
   * to unregister.
   */
  readonly beforeLock: (save: () => Promise<boolean>, kind?: "typed" | "promised") => () => void;
}
