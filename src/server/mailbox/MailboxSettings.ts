import type { Rate } from "./Allowance.ts";

/** What this server allows. Bytes and milliseconds unless said. */
export interface MailboxSettings {
  /** What one space may keep. */
  readonly quota: number;
  /** Signed requests of one device in a space that it is in. */
  readonly deviceRate: Rate;
  /** Unsigned requests from one address: a waiting room or a ward may be one. */
  readonly addressRate: Rate;
  /** Bad signatures, and good ones of devices that are not in the space they name, from one address. */
  readonly strangerRate: Rate;
  /** New spaces from one address: anybody can make device keys. */
  readonly newSpaceRate: Rate;
  /** Frames that one device sends, and spaces it says hello to; a faster one is simply read more slowly. */
  readonly messageRate: Rate;
  /** Hellos on one connection; above it, the connection ends. */
  readonly helloRate: Rate;
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
  /** Membership entries that a space takes beyond its quota, so that one that is full can still change its key. */
  readonly entryRoom: number;
  /** What one connection may have sent that is not dealt with yet; until it is, no more is read. */
  readonly underWay: number;
  /** What may wait unsent for one slow reader. */
  readonly buffered: number;
  /** After so long without reading a slow reader is let go. */
  readonly slowMilliseconds: number;
  /** WebSockets of this node, of one address (a hospital may be one), and of one device. */
  readonly sockets: number;
  readonly socketsOfAddress: number;
  readonly socketsOfDevice: number;
  /** The address of a client stands in the last X-Forwarded-For: only behind a proxy of one's own. */
  readonly trustProxy: boolean;
}

const second = 1_000;
const hour = 3_600 * second;

/** What `npm start` allows, unless told otherwise. */
export const usualSettings: MailboxSettings = {
  quota: 1024 ** 3,
  deviceRate: { burst: 300, perSecond: 30 },
  // Sixty people open a voice link or an invitation and answer it, at once, with room to try again.
  addressRate: { burst: 200, perSecond: 4 },
  // Sixty who wait to be let in look every three seconds.
  strangerRate: { burst: 600, perSecond: 30 },
  newSpaceRate: { burst: 100, perSecond: 1 / 30 },
  messageRate: { burst: 2_000, perSecond: 200 },
  helloRate: { burst: 8, perSecond: 1 },
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
  entryRoom: 16 * 1024 ** 2,
  underWay: 8 * 1024 ** 2,
  buffered: 2 * 1024 * 1024,
  slowMilliseconds: 60 * second,
  sockets: 20_000,
  socketsOfAddress: 10_000,
  socketsOfDevice: 16,
  trustProxy: false,
};
