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
  /** Signed requests of members, by device. */
  readonly devices: Allowance;
  /** Unsigned requests, by address. */
  readonly addresses: Allowance;
  /** Signatures of nobody who belongs here, by address. */
  readonly strangers: Allowance;
  /** Spaces that an address may make. */
  readonly newSpaces: Allowance;
  /** Frames and presence over WebSockets, by device. */
  readonly messages: Allowance;
  readonly presences: Allowance;
  /** Lets go of what is past its time now, together with others who want that. */
  readonly sweepSoon: () => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
}
