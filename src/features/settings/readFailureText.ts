import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";

/** Why something could not be kept, in words that say what is safe first. */
export function readFailureText(failure: ReadFailure): string {
  return failure.type === "NotFound" || failure.type === "Unreadable"
    ? m.settings_not_kept()
    : storageFailureText(failure);
}
