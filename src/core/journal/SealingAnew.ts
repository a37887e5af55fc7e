import type { StorageFailure } from "#core/journal/Door.ts";

/** How far a journal has been sealed anew under its new key. Counts are of stored rows, whatever they hold. */
export type SealingAnew =
  /** Everything stands under one key. */
  | { readonly type: "Done" }
  /** Another tab does it, or holds the older key still. */
  | { readonly type: "Elsewhere" }
  /**
   * The older key is damaged: what stands under it stays as it is and opens no more, all else does. A
   * new key ends this.
   */
  | { readonly type: "OlderKeyLost" }
  | { readonly type: "Working"; readonly done: number; readonly total: number }
  /** It goes on after the next unlock. */
  | { readonly type: "Stopped"; readonly failure: StorageFailure };

/** This journal has a new key already, and not everything is under it yet. */
export interface StillSealing {
  readonly type: "StillSealing";
}
