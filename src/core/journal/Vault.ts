import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { Draft, Entry } from "#core/entry/Entry.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { BatchId, DraftId } from "#core/identifiers.ts";
import type { BackupCheck, BackupFailure, BackupPart, BackupState } from "#core/journal/Backup.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type {
  NameTaken,
  StorageFailure,
  TooLittleMemory,
  UnlockFailure,
  Unlocking,
} from "#core/journal/Door.ts";
import type { SealingAnew, StillSealing } from "#core/journal/SealingAnew.ts";
import type { HeldUnlocking, NewWay } from "#core/journal/WaysToUnlock.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";

/**
 * The state of a record's document that a text on screen was made from: opaque bytes. Handing it
 * back with an edit lets the edit merge exactly with what was written elsewhere meanwhile.
 */
export type Basis = Uint8Array;

/** How far the journal had been written: a number that only grows. Hand it to `Reader` to read your own writes. */
export type Mark = number;

export interface Opened<R extends JournalRecord = JournalRecord> {
  readonly record: R;
  readonly basis: Basis;
}

/** One change to one record: `basis` null makes it new. */
export interface Edit<R extends JournalRecord = JournalRecord> {
  readonly basis: Basis | null;
  readonly next: R;
  /** Keep what was there before in the record's history. */
  readonly remember?: boolean;
}

/** After a save: `mine` is what was handed in; `merged` is what is stored now, others' writing included. */
export interface Saved<R extends JournalRecord = JournalRecord> {
  readonly mine: Opened<R>;
  readonly merged: Opened<R>;
}

export type ReadFailure =
  | { readonly type: "NotFound" }
  /** The stored bytes do not open: set aside, the rest of the journal works. */
  | { readonly type: "Unreadable" }
  | StorageFailure;

/** Why no backup is begun. */
export type BackupWriteFailure =
  /** No recovery code has been typed since this app began to make backups: there is nothing to seal to. */
  { readonly type: "NeedsRecoveryCode" } | StorageFailure;

/** An earlier state of a record. */
export interface Version {
  readonly number: number;
  readonly record: JournalRecord;
}

/** What an import did, once it is committed. */
export interface ImportSummary {
  readonly added: number;
  /** The ids of what was added, so that it can be undone by `purge` even where no batch marks it. */
  readonly addedIds: readonly RecordId[];
  /** Records whose id is already in the journal; left as they are. */
  readonly alreadyHere: number;
}

/**
 * The write side of an open journal, in the vault worker: the only place that holds keys. Every
 * method that returns success has committed with strict durability. Calling any of them on a locked
 * journal is a bug and throws.
 */
export interface Vault {
  /** All unfinished drafts, newest first. Which of them another tab has open is the page's to know (a Web Lock by draft id). */
  readonly drafts: () => Promise<Result<readonly Draft[], StorageFailure>>;
  readonly saveDraft: (draft: Draft) => Promise<Result<Instant, StorageFailure>>;
  readonly discardDraft: (id: DraftId) => Promise<Result<null, StorageFailure>>;
  /** Turns a draft into an entry, or into the next state of the entry it edits, and drops the draft: one transaction. */
  readonly keepDraft: (
    draft: Draft,
  ) => Promise<Result<{ readonly entry: Entry; readonly mark: Mark }, ReadFailure>>;

  readonly open: (id: RecordId) => Promise<Result<Opened, ReadFailure>>;
  /** All edits or none, in one transaction. */
  readonly save: (
    edits: readonly Edit[],
  ) => Promise<Result<{ readonly saved: readonly Saved[]; readonly mark: Mark }, ReadFailure>>;
  /** Removes records, their history and their documents for good: the bin is emptied, an import undone. */
  readonly purge: (ids: readonly RecordId[]) => Promise<Result<Mark, StorageFailure>>;
  /** Earlier states of a record, newest first. */
  readonly history: (id: RecordId) => Promise<Result<readonly Version[], ReadFailure>>;

  /** Seals records aside in memory; nothing is stored until `commitImport`. */
  readonly stageImport: (
    batch: BatchId,
    records: readonly JournalRecord[],
    versions?: readonly Version[],
  ) => Promise<void>;
  readonly commitImport: (
    batch: BatchId,
  ) => Promise<Result<{ readonly summary: ImportSummary; readonly mark: Mark }, StorageFailure>>;
  readonly dropImport: (batch: BatchId) => Promise<void>;
  /** Everything there is, a page at a time, for export: each record with its history. */
  readonly exportPage: (after: Mark | null) => Promise<
    Result<
      {
        readonly items: readonly {
          readonly record: JournalRecord;
          readonly versions: readonly Version[];
        }[];
        readonly next: Mark | null;
      },
      StorageFailure
    >
  >;

  /** Rows that were set aside because they do not open. */
  readonly unreadable: () => Promise<
    readonly { readonly id: string; readonly bytes: Uint8Array }[]
  >;

  /** A forgotten passphrase can be replaced by someone who has the recovery words. */
  readonly changePassphrase: (
    proof: Unlocking,
    next: string,
  ) => Promise<Result<null, UnlockFailure>>;
  /** Fresh recovery words replace the old ones once `proof` is right. */
  readonly replaceRecoveryWords: (
    proof: Unlocking,
    words: readonly string[],
  ) => Promise<Result<null, UnlockFailure>>;
  /** Adds a way to open the journal without typing, once `proof` is right. */
  readonly addWay: (proof: Unlocking, way: NewWay) => Promise<Result<null, UnlockFailure>>;
  /** Takes one out again, by its slot. */
  readonly removeWay: (proof: Unlocking, slot: string) => Promise<Result<null, UnlockFailure>>;
  /**
   * Gives the journal a new key and new recovery words, after a leak. Passkeys stay where their secret
   * is given. Lock every tab afterwards: the next unlock seals all that is stored anew. While a key
   * before the last is still needed there is no other; one that is lost is given up.
   */
  readonly sealAnew: (
    passphrase: string,
    words: readonly string[],
    passkeys: readonly Extract<HeldUnlocking, { type: "passkey" }>[],
  ) => Promise<Result<null, UnlockFailure | StillSealing>>;
  /** How far the sealing anew has come. */
  readonly sealingAnew: () => Promise<Result<SealingAnew, StorageFailure>>;
  /** Null shows the cover again. */
  readonly setCover: (
    cover: Cover,
    hiddenName: string | null,
  ) => Promise<Result<null, NameTaken | TooLittleMemory | StorageFailure>>;
  readonly cover: () => Promise<{ readonly cover: Cover; readonly hidden: boolean }>;

  /** How this journal is backed up, and how much only this device has. */
  readonly backupState: () => Promise<Result<BackupState, StorageFailure>>;
  /** The recovery code, typed again, so that backups can be sealed to it. A wrong one counts as a wrong try. */
  readonly proveRecoveryCode: (words: readonly string[]) => Promise<Result<null, UnlockFailure>>;
  /** Begins a backup file; one at a time, a new one ends the last. */
  readonly beginBackup: () => Promise<Result<null, BackupWriteFailure>>;
  /** The next part of the file. Nothing is made before it is asked for, so that no more than a part is ever in memory. */
  readonly nextBackupPart: () => Promise<Result<BackupPart, StorageFailure>>;
  /** Ends it: remembered as made once it `isSaved`, and forgotten if not. */
  readonly endBackup: (isSaved: boolean) => Promise<Result<null, StorageFailure>>;
  /** "Later": a backup is mentioned again when clearly more is at risk. */
  readonly putOffBackup: () => Promise<Result<null, StorageFailure>>;
  /** Rehearses a restore with this file: reads all of it and compares it with the journal. Changes nothing. */
  readonly checkBackup: (
    file: SourceFile,
    words: readonly string[],
  ) => Promise<Result<BackupCheck, BackupFailure | StorageFailure>>;

  /** Erases this journal from the device for good. */
  readonly eraseJournal: (proof: Unlocking) => Promise<Result<null, UnlockFailure>>;
}
