import type { Allowance } from "./Allowance.ts";
import type { Log } from "./createLog.ts";
import type { Rooms } from "./live/Rooms.ts";
import type { MailboxSettings } from "./MailboxSettings.ts";
import type { Memberships } from "./Memberships.ts";
import type { Metrics } from "./metrics.ts";
import type { MailboxStore } from "./store/MailboxStore.ts";

/** What the mailbox's parts share. */
export interface Surroundings {
  readonly store: MailboxStore;
  readonly memberships: Memberships;
  readonly rooms: Rooms;
  readonly settings: MailboxSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When this process started, as `now` then said. */
  readonly startedAt: number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly devices: Allowance;
  readonly addresses: Allowance;
  /** Spaces that an address may make. */
  readonly newSpaces: Allowance;
  readonly log: Log;
  readonly metrics: Metrics;
}
