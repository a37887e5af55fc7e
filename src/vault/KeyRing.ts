import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Unlocking } from "#core/journal/Door.ts";
import type { Sealer } from "./Sealer.ts";

/** A journal's ways to unlock as plain data, stored in the clear: only crypto knows what is in it. */
export type StoredSlots = unknown;

/** Why a way to unlock does not lead to the key. Names as in `UnlockFailure`; counting tries is the vault's. */
export type KeyFailure =
  | { readonly type: "WrongKey" }
  | { readonly type: "NotARecoveryCode"; readonly unknown: readonly number[] }
  | { readonly type: "SlotsUnreadable"; readonly reason: "newer" | "weak" | "damaged" };

/** Makes, opens and changes the ways to unlock. Keys never leave it but as a `Sealer`. */
export interface KeyRing {
  /** Twelve fresh recovery words. */
  readonly recoveryWords: () => Promise<readonly string[]>;
  /** A new journal key with both ways to unlock it. */
  readonly make: (
    journal: JournalId,
    passphrase: string,
    words: readonly string[],
  ) => Promise<Result<{ readonly slots: StoredSlots; readonly sealer: Sealer }, KeyFailure>>;
  readonly unlock: (
    journal: JournalId,
    slots: StoredSlots,
    how: Unlocking,
  ) => Promise<Result<Sealer, KeyFailure>>;
  /** The slots with another passphrase; the recovery code stays. */
  readonly withPassphrase: (
    journal: JournalId,
    slots: StoredSlots,
    proof: Unlocking,
    next: string,
  ) => Promise<Result<StoredSlots, KeyFailure>>;
  /** The slots with other recovery words; the passphrase stays. */
  readonly withRecoveryWords: (
    journal: JournalId,
    slots: StoredSlots,
    proof: Unlocking,
    words: readonly string[],
  ) => Promise<Result<StoredSlots, KeyFailure>>;
  /** A salt for all hidden names of a device. */
  readonly newNameSalt: () => Uint8Array;
  /** What is stored in place of a hidden journal's name. Slow on purpose. */
  readonly nameTag: (name: string, salt: Uint8Array) => Promise<string>;
}
