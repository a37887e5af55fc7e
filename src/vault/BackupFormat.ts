import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { BackupFailure } from "#core/journal/Backup.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Version } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** A record as a backup holds it: with its history, and its document so that it merges later as it would have. */
export interface BackupItem {
  readonly record: JournalRecord;
  readonly versions: readonly Version[];
  /** Null where the document did not open and only the view is left. */
  readonly document: Uint8Array | null;
}

/** What is met while a backup is read, in order: one head, items, one end; or a failure, which is the last. */
export type BackupNews =
  | { readonly type: "head"; readonly madeAt: Instant; readonly cover: Cover | null }
  | { readonly type: "item"; readonly item: BackupItem }
  /** The last byte has been read and all of it was whole. `drafts` are the plain bytes of draft rows. */
  | { readonly type: "end"; readonly drafts: readonly Uint8Array[] };

/** What a backup is written from, page by page. */
export interface BackupPages {
  readonly madeAt: Instant;
  readonly cover: Cover;
  /** The next records; null when there are no more. It is not asked again before its bytes are taken. */
  readonly next: () => Promise<readonly BackupItem[] | null>;
  /** Asked once, after the last page. */
  readonly drafts: () => Promise<readonly Uint8Array[]>;
}

/** The backup file: its layout and how it is sealed. Made of crypto and exchange where they are joined. */
export interface BackupFormat {
  /** The sealed bytes of a backup, as they are asked for. A fault of the pages ends it by throwing. */
  readonly write: (
    recipient: string,
    pages: BackupPages,
  ) => AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Reads a backup with the recovery words it was made under. `heard` is told how many bytes have been read. */
  readonly read: (
    file: SourceFile,
    words: readonly string[],
    heard?: (bytes: number) => void,
  ) => AsyncGenerator<Result<BackupNews, BackupFailure>>;
}
