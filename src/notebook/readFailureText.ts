import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";

/** Why words could not be stored: what is safe, and what failed. */
export function readFailureText(failure: ReadFailure): string {
  switch (failure.type) {
    case "StorageFull":
      return m.notebook_failed_full();
    case "NewerVersion":
      return m.notebook_failed_newer();
    case "StorageRefused":
      return m.notebook_failed_refused({ name: failure.name });
    case "NotFound":
      return m.notebook_failed_gone();
    case "Unreadable":
      return m.notebook_failed_unreadable();
  }
}
