import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { BackupKey } from "#core/journal/Backup.ts";
import type { TooLittleMemory, Unlocking } from "#core/journal/Door.ts";
import type { HeldUnlocking, NewWay, WaysToUnlock } from "#core/journal/WaysToUnlock.ts";
import type { Sealer } from "./Sealer.ts";

/** A journal's ways to unlock as plain data, stored in the clear: only crypto knows what is in it. */
export type StoredSlots = unknown;

/** Why a way to unlock does not lead to the key. Names as in `UnlockFailure`; counting tries is the vault's. */
export type KeyFailure =
  | { readonly type: "WrongKey" }
  | { readonly type: "NotARecoveryCode"; readonly unknown: readonly number[] }
  | { readonly type: "SlotsUnreadable"; readonly reason: "newer" | "weak" | "damaged" }
  | TooLittleMemory;

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
    how: Unlocking | HeldUnlocking,
  ) => Promise<Result<Sealer, KeyFailure>>;
  /** Which ways there are besides typing. */
  readonly ways: (slots: StoredSlots) => WaysToUnlock;
  /** The slots with one more way. */
  readonly withWay: (
    journal: JournalId,
    slots: StoredSlots,
    proof: Unlocking,
    way: NewWay,
  ) => Promise<Result<StoredSlots, KeyFailure>>;
  /** The slots without the way of this slot; the passphrase and the recovery code always stay. */
  readonly withoutWay: (
    journal: JournalId,
    slots: StoredSlots,
    proof: Unlocking,
    slot: string,
  ) => Promise<Result<StoredSlots, KeyFailure>>;
  /** The slots without the device itself; the same where it is none of them. */
  readonly withoutDevice: (slots: StoredSlots) => StoredSlots;
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
  /**
   * The slots of a new key, which the passphrase and these new recovery words open; passkeys by the
   * secrets given, the others are left out. The key that goes stays in them, sealed under the new one.
   * Null where a key from before that is still needed; one whose slot is damaged is no use and is left out.
   */
  readonly withNewKey: (
    journal: JournalId,
    slots: StoredSlots,
    passphrase: string,
    words: readonly string[],
    passkeys: readonly Extract<HeldUnlocking, { type: "passkey" }>[],
  ) => Promise<Result<StoredSlots | null, KeyFailure>>;
  /** Which key the slots lead to: its epoch, or null where none can be read. */
  readonly epoch: (slots: StoredSlots) => number | null;
  /** Whether an older key is still among the slots. */
  readonly hasOlderKey: (slots: StoredSlots) => boolean;
  /** The slots without the older key. */
  readonly withoutOlderKey: (slots: StoredSlots) => StoredSlots;
  /** Which of the slots is the recovery code's: its id, or null where none is. */
  readonly recoverySlot: (slots: StoredSlots) => string | null;
  /** The key that backups under these recovery words are sealed to. */
  readonly backupKey: (
    words: readonly string[],
  ) => Promise<Result<BackupKey, Extract<KeyFailure, { type: "NotARecoveryCode" }>>>;
  /** A salt for all hidden names of a device. */
  readonly newNameSalt: () => Uint8Array;
  /** What is stored in place of a hidden journal's name. Slow on purpose. */
  readonly nameTag: (name: string, salt: Uint8Array) => Promise<Result<string, TooLittleMemory>>;
}
