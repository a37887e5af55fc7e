import type { Rate } from "./Allowance.ts";

/** What this server allows. Bytes and milliseconds unless said. */
export interface MailboxSettings {
  /** What one space may keep. */
  readonly quota: number;
  /** Signed requests of one device. */
  readonly deviceRate: Rate;
  /** Unsigned requests, and requests with bad signatures, from one address. */
  readonly addressRate: Rate;
  /** New spaces from one address: anybody can make device keys. */
  readonly newSpaceRate: Rate;
  /** WebSocket messages of one device; a faster one is simply read more slowly. */
  readonly messageRate: Rate;
  /** Presence of one device; faster ones are dropped unsaid. */
  readonly presenceRate: Rate;
  readonly openInvitations: number;
  readonly invitationMilliseconds: number;
  readonly voiceboxes: number;
  /** Voices of one space that not all of its devices have fetched. */
  readonly waitingVoiceBytes: number;
  readonly leaseMilliseconds: number;
  /** How long covered rows stay after a snapshot was confirmed [N2], and voices after two devices read them. */
  readonly coveredMilliseconds: number;
  readonly ticketMilliseconds: number;
  /** How long a nudge request may wait. */
  readonly nudgeMilliseconds: number;
  /** How often a node looks for what hints did not tell it [V6]. */
  readonly lookMilliseconds: number;
  /** What may wait unsent for one slow reader. */
  readonly buffered: number;
  /** After so long without reading a slow reader is let go. */
  readonly slowMilliseconds: number;
  /** WebSockets of this node, and of one address. */
  readonly sockets: number;
  readonly socketsOfAddress: number;
  /** The address of a client stands in the last X-Forwarded-For: only behind a proxy of one's own. */
  readonly trustProxy: boolean;
}

const second = 1_000;
const hour = 3_600 * second;

/** What `npm start` allows, unless told otherwise. */
export const usualSettings: MailboxSettings = {
  quota: 1024 ** 3,
  deviceRate: { burst: 300, perSecond: 30 },
  addressRate: { burst: 60, perSecond: 1 },
  newSpaceRate: { burst: 100, perSecond: 1 / 30 },
  messageRate: { burst: 2_000, perSecond: 200 },
  presenceRate: { burst: 40, perSecond: 20 },
  openInvitations: 100,
  invitationMilliseconds: 72 * hour,
  voiceboxes: 8,
  waitingVoiceBytes: 16 * 1024 ** 2,
  leaseMilliseconds: 300 * second,
  coveredMilliseconds: 30 * 24 * hour,
  ticketMilliseconds: 60 * second,
  nudgeMilliseconds: 25 * second,
  lookMilliseconds: 30 * second,
  buffered: 2 * 1024 * 1024,
  slowMilliseconds: 60 * second,
  sockets: 20_000,
  socketsOfAddress: 1_000,
  trustProxy: false,
};
