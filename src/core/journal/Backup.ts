import type { Instant } from "#base/Clock.ts";
import type { Cover } from "#core/journal/Cover.ts";

/** Why a file cannot be used as a backup. Nothing on the device has changed. */
export type BackupFailure =
  /** The words cannot be a recovery code. `unknown` are positions from 0. */
  | { readonly type: "NotARecoveryCode"; readonly unknown: readonly number[] }
  /** The file is not sealed in the age format at all. */
  | { readonly type: "NotABackup" }
  /** An age file, but not for this recovery code: another code's, or somebody else's altogether. */
  | { readonly type: "OtherCode" }
  /** It opens with this code, and what is inside is no journal. */
  | { readonly type: "NotAJournal" }
  /** It breaks off, or was changed. */
  | { readonly type: "BackupDamaged" }
  /** Made by a newer Headroom. */
  | { readonly type: "BackupNewer" }
  /** The device does not hand over the file's bytes: moved, removed, or a stick pulled out. */
  | { readonly type: "FileUnreadable" };

/** What a backup holds, found by reading it to its last byte. */
export interface BackupContents {
  readonly madeAt: Instant;
  readonly entries: number;
  /** Themes, proposals, models and other records. */
  readonly others: number;
  readonly drafts: number;
  /** Earlier states of records. */
  readonly versions: number;
  /** When the earliest and the latest entry happened; null where there is none. */
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
  /** The cover that the journal had. */
  readonly cover: Cover | null;
}

/** A rehearsal's result: what the backup holds beside what the open journal holds now. */
export interface BackupCheck {
  readonly contents: BackupContents;
  /** Records that stand in the backup exactly as they stand here. */
  readonly same: number;
  /** Records here that the backup lacks or has otherwise. */
  readonly newerHere: number;
}

/** How the open journal is backed up. */
export interface BackupState {
  /** The public half of the backup key, `age1…`; null until the recovery code has been typed once. */
  readonly recipient: string | null;
  /** When the last backup was made that this device knows of; null for none under this recovery code. */
  readonly lastAt: Instant | null;
  /** Entries written or changed since then, examples aside: what a lost device would take along. */
  readonly atRisk: number;
  /** `atRisk` stands for that many or more: counting stopped there. */
  readonly atRiskOrMore: boolean;
  /** Enough is at risk, and more than when the person last said "later", to mention it once. */
  readonly isWorthMentioning: boolean;
}

/** Part of a backup file on its way out, sealed. */
export interface BackupPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Stored records looked at so far, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Records in the file so far: the person's own; those of team spaces come back with the space. */
  readonly items: number;
  /** The file is whole with these bytes. */
  readonly isLast: boolean;
  /** Records that did not open and are not in the file; known with the last part. */
  readonly leftOut: number;
}

/** The backup key in the two forms that `age` reads. */
export interface BackupKey {
  /** Opens backups: `AGE-SECRET-KEY-1…`. As secret as the recovery code. */
  readonly identity: string;
  /** Backups are sealed to it: `age1…`. */
  readonly recipient: string;
}
