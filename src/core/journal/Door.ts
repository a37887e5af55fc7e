import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { BackupContents, BackupFailure, BackupKey } from "#core/journal/Backup.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { HeldUnlocking, WaysToUnlock } from "#core/journal/WaysToUnlock.ts";

/** A journal whose cover is shown on "Choose your journal". */
export interface ShownJournal {
  readonly id: JournalId;
  readonly cover: Cover;
}

/** What a person decides when starting a journal; `hiddenName` null shows the cover to everyone. */
export interface NewJournal {
  readonly cover: Cover;
  readonly hiddenName: string | null;
  readonly passphrase: string;
  /** Twelve BIP39 words from `recoveryWords`, already checked by the person. */
  readonly recoveryWords: readonly string[];
}

/** A way to unlock that a person can type. */
export type Unlocking =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery"; readonly words: readonly string[] };

export type UnlockFailure =
  | { readonly type: "WrongKey"; readonly triesLeft: number }
  /** The words cannot be a recovery code: not twelve, some not in the list, or a mistyped one. `unknown` are positions from 0. */
  | { readonly type: "NotARecoveryCode"; readonly unknown: readonly number[] }
  /** Too many wrong tries (domain.md section 5): nothing is tried before `until`. */
  | { readonly type: "Wait"; readonly until: Instant }
  | { readonly type: "NoSuchJournal" }
  /** The key slots of this journal cannot be read: made by a newer version, weakened, or damaged. */
  | { readonly type: "SlotsUnreadable"; readonly reason: "newer" | "weak" | "damaged" }
  | TooLittleMemory
  | StorageFailure;

/** What storage may refuse. The person's words are still on screen when one of these comes back. */
export type StorageFailure =
  | { readonly type: "StorageFull" }
  /** A newer version of the app has the data open or has upgraded it: reload. */
  | { readonly type: "NewerVersion" }
  /** The browser refused: private mode, a policy, or a fault of its own. `name` is the DOMException's. */
  | { readonly type: "StorageRefused"; readonly name: string };

/** The device did not give the memory that a slow hash takes. Nothing was tried, nothing has changed. */
export interface TooLittleMemory {
  readonly type: "TooLittleMemory";
  readonly mebibytes: number;
}

/** Another journal on this device is hidden under this name: by it, only one of them could be found. */
export interface NameTaken {
  readonly type: "NameTaken";
}

/** The locked app: which journals there are and how one is opened. Implemented in the vault worker. */
export interface Door {
  readonly journals: () => Promise<Result<readonly ShownJournal[], StorageFailure>>;
  /** The id of the hidden journal with this name. Slow on purpose. */
  readonly findHidden: (
    name: string,
  ) => Promise<
    Result<JournalId, { readonly type: "NoSuchJournal" } | TooLittleMemory | StorageFailure>
  >;
  /** Twelve fresh words; nothing is stored until `begin`. */
  readonly recoveryWords: () => Promise<readonly string[]>;
  /** Makes the journal, durable in one transaction, and opens it. */
  readonly begin: (
    journal: NewJournal,
  ) => Promise<Result<JournalId, NameTaken | TooLittleMemory | StorageFailure>>;
  /** Reads a backup whole with the words it was made under, and says what it holds. Changes nothing. */
  readonly readBackup: (
    file: SourceFile,
    words: readonly string[],
  ) => Promise<Result<BackupContents, BackupFailure>>;
  /**
   * Makes a journal out of a backup and opens it. The words are the backup's, and open the new
   * journal too. Where anything stops it, also the tab's end, nothing of it stays.
   */
  readonly restore: (
    file: SourceFile,
    journal: NewJournal,
  ) => Promise<Result<JournalId, BackupFailure | NameTaken | TooLittleMemory | StorageFailure>>;
  /** How much of the file has been read, from 0 to 1, while one of the two above runs. */
  readonly backupProgress: () => Promise<number>;
  /** The key of backups made under these words, for `age`. */
  readonly backupKey: (
    words: readonly string[],
  ) => Promise<Result<BackupKey, Extract<BackupFailure, { type: "NotARecoveryCode" }>>>;
  /** Ways to open a journal without typing. */
  readonly ways: (
    id: JournalId,
  ) => Promise<Result<WaysToUnlock, { readonly type: "NoSuchJournal" } | StorageFailure>>;
  /** Takes the device itself out of every journal's ways: others use it, too. */
  readonly forgetDevice: () => Promise<Result<null, StorageFailure>>;
  readonly unlock: (
    id: JournalId,
    how: Unlocking | HeldUnlocking,
  ) => Promise<Result<JournalId, UnlockFailure>>;
}
