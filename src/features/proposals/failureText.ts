import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";

/** Why words could not be kept: what is safe first. */
export function failureText(failure: ReadFailure): string {
  switch (failure.type) {
    case "StorageFull":
      return m.proposals_failed_full();
    case "NewerVersion":
      return m.proposals_failed_newer();
    case "StorageRefused":
      return m.proposals_failed_refused({ name: failure.name });
    case "NotFound":
    case "Unreadable":
      return m.proposals_failed_unreadable();
  }
}
