import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { NameTaken, StorageFailure } from "#core/journal/Door.ts";
import type { StoredSlots } from "./KeyRing.ts";
import type { Tries } from "./wrongTries.ts";

/** What this device knows of a journal before it is unlocked: all of it readable by anyone with the disk. */
export interface CoverRow {
  readonly id: JournalId;
  /** The version of the data in the journal's own store, for upgrades. */
  readonly data: number;
  /** What "Choose your journal" shows, or the tag of the name that opens it. */
  readonly shown:
    | { readonly type: "cover"; readonly cover: Cover }
    | { readonly type: "hidden"; readonly tag: string };
  readonly slots: StoredSlots;
  readonly tries: Tries;
  /** `Inside`, sealed: what only the opened journal may say of its cover. */
  readonly inside: Uint8Array;
  /** `BackupKept`, sealed; empty where no recovery code has been typed since backups are made. */
  readonly backup: Uint8Array;
}

/** The covers of all journals on this device, and the making and erasing of their stores. */
export interface CoverStore {
  readonly list: () => Promise<Result<readonly CoverRow[], StorageFailure>>;
  readonly find: (id: JournalId) => Promise<Result<CoverRow | null, StorageFailure>>;
  /**
   * Says that a journal under this id is being made, so that what a killed tab leaves of it is erased
   * later. `add` and `erase` end it.
   */
  readonly reserve: (id: JournalId) => Promise<Result<null, StorageFailure>>;
  /** Adds a journal, durable when it returns. Of two under one hidden name, only the first is taken. */
  readonly add: (row: CoverRow) => Promise<Result<null, NameTaken | StorageFailure>>;
  /** Changes what is shown, unless another journal is hidden under that name; null where there is no such journal. */
  readonly show: (
    id: JournalId,
    shown: CoverRow["shown"],
    inside: CoverRow["inside"],
  ) => Promise<Result<CoverRow | null, NameTaken | StorageFailure>>;
  /**
   * Changes a row by what is in it now, in one transaction, and gives the row as it then is; null
   * where there is none. `change` may return the row it got, to change nothing.
   */
  readonly change: (
    id: JournalId,
    change: (row: CoverRow) => CoverRow,
  ) => Promise<Result<CoverRow | null, StorageFailure>>;
  /** The salt for hidden names, made with `fresh` the first time it is asked for. */
  readonly nameSalt: (fresh: () => Uint8Array) => Promise<Result<Uint8Array, StorageFailure>>;
  /** Erases a journal: its cover and keys first, then its rows. Finished later if the tab dies between. */
  readonly erase: (id: JournalId) => Promise<Result<null, StorageFailure>>;
}
