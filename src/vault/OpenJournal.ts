import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { BackupFormat } from "./BackupFormat.ts";
import type { CoverStore } from "./CoverStore.ts";
import type { Feed } from "./Feed.ts";
import type { KeyHolders } from "./KeyHolders.ts";
import type { KeyRing } from "./KeyRing.ts";
import type { Leadership } from "./Leadership.ts";
import type { Replica } from "./Replica.ts";
import type { RowStore } from "./RowStore.ts";
import type { Sealer } from "./Sealer.ts";
import type { Siblings } from "./Siblings.ts";
import type { SpaceMarks } from "./spaces/SpaceMarks.ts";
import type { Turns } from "./Turns.ts";

/** What an open journal is made of; each use case takes of it what it needs. */
export interface JournalParts {
  readonly id: JournalId;
  readonly covers: CoverStore;
  readonly keys: KeyRing;
  readonly rows: RowStore;
  readonly sealer: Sealer;
  readonly replica: Replica;
  readonly siblings: Siblings;
  readonly backups: BackupFormat;
  readonly clock: Clock;
  readonly random: Random;
  readonly leadership: Leadership;
  readonly holders: KeyHolders;
}

/** An open journal. */
export interface OpenJournal extends JournalParts {
  readonly turns: Turns;
  /** Which spaces carry what is written here. */
  readonly marks: SpaceMarks;
  readonly feed: Feed;
  /** Ids of rows that do not open, found so far. */
  readonly setAside: Set<string>;
}
