import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { BackupFormat } from "./BackupFormat.ts";
import type { CoverStore } from "./CoverStore.ts";
import type { CoverInside } from "./coverInside.ts";
import type { KeyHolders } from "./KeyHolders.ts";
import type { KeyRing } from "./KeyRing.ts";
import type { Sealer } from "./Sealer.ts";
import type { TakeIn } from "./takeInBackup.ts";

/** A journal whose key has been found. `inside` is as it was before this unlock. */
export interface Unlocked {
  readonly id: JournalId;
  readonly sealer: Sealer;
  readonly inside: CoverInside;
}

/** What the door is made of. */
export interface DoorParts {
  readonly covers: CoverStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Random;
  /** Gets ready to open a journal's store while the key is still being worked out. */
  readonly prepare: () => void;
  /** Opens the journal's store and puts the vault in place; what it answers takes a backup into it. */
  readonly open: (unlocked: Unlocked) => Promise<Result<TakeIn, StorageFailure>>;
  readonly backups: BackupFormat;
  readonly holders: KeyHolders;
}
