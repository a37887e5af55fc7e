import type { Draft } from "#core/entry/Entry.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";

/** How safe the words on screen are. */
type Safety =
  /** Nothing to save yet. */
  | { readonly type: "blank" }
  /** Written since the last save. */
  | { readonly type: "typing" }
  | { readonly type: "saving" }
  /** The vault has committed these very words. */
  | { readonly type: "saved" }
  /** They are on screen only. */
  | { readonly type: "failed"; readonly failure: ReadFailure };

/** A draft as it stands on screen. */
export interface DraftState {
  readonly draft: Draft;
  readonly safety: Safety;
  /** Keep is under way, and for so long that it is worth telling. */
  readonly isKeeping: boolean;
}
