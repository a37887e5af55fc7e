import * as v from "valibot";
import { bytesSchema } from "./bytesJson.ts";

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const keysSchema = v.object({ signing: bytesSchema, sealing: bytesSchema });

const deviceSchema = v.object({
  keys: keysSchema,
  seed: bytesSchema,
  sealingSecret: bytesSchema,
});

/** What a letter says [J2]. */
export const letterSchema = v.object({
  version: v.literal(1),
  space: bytesSchema,
  /** The membership log as it was when the letter was written. */
  number: whole,
  hash: bytesSchema,
  facilitator: keysSchema,
  /** Its origin; empty for none. */
  server: v.string(),
  name: v.string(),
  kind: v.picklist(["own", "team"]),
});
export type Letter = v.InferOutput<typeof letterSchema>;

/** What a joiner answers [J3]. */
export const answerSchema = v.object({
  version: v.literal(1),
  keys: keysSchema,
  signature: bytesSchema,
  mac: bytesSchema,
  name: v.string(),
});
export type JoinAnswer = v.InferOutput<typeof answerSchema>;

const phaseSchema = v.variant("type", [
  v.object({ type: v.literal("open") }),
  v.object({
    type: v.literal("joining"),
    letter: letterSchema,
    words: v.array(v.string()),
    myName: v.string(),
    /** The answer to the letter, to be handed over by file; empty where a server carried it. */
    answer: v.optional(bytesSchema, ""),
  }),
  v.object({ type: v.literal("removed") }),
  v.object({ type: v.literal("left") }),
  v.object({ type: v.literal("closed") }),
  /** Its log says that it is not what was agreed to [J5]: it was never opened. */
  v.object({ type: v.literal("otherKind") }),
]);
export type Phase = v.InferOutput<typeof phaseSchema>;

/** An invitation that was made on this device. */
const invitationSchema = v.object({
  invitation: bytesSchema,
  secret: bytesSchema,
  role: v.picklist(["facilitator", "member"]),
  expiresAt: whole,
  /** The answer that came, as it was sealed. */
  answer: v.nullable(bytesSchema),
});
export type KeptInvitation = v.InferOutput<typeof invitationSchema>;

/** What a device keeps of a space that seldom changes; in the row `state`. */
export const spaceStateSchema = v.object({
  version: v.literal(1),
  space: bytesSchema,
  /** What the person made, or agreed to join; a log that says another kind is not opened [J5]. */
  kind: v.picklist(["own", "team"]),
  /** The server's origin; null: none. */
  server: v.nullable(v.string()),
  device: deviceSchema,
  /** What tokens of unnamed answers are made of; empty: this device's seed. Who is in again answers as before. */
  answersBy: v.optional(bytesSchema, ""),
  phase: phaseSchema,
  /** The membership log, whole. */
  log: v.array(bytesSchema),
  epochKeys: v.array(v.object({ epoch: whole, bytes: bytesSchema })),
  invitations: v.array(invitationSchema),
  /** By device: what whoever this device let in called themselves in their answer; for until they say it in a record. */
  answeredNames: v.optional(v.record(v.string(), v.string()), {}),
  /** Voices and answers taken in so far, by their number on the server. */
  voicesThrough: whole,
  /** An entry of this device that may or may not have reached the server; empty for none. */
  pendingEntry: bytesSchema,
  /** Entries that were signed to follow another history of the log, until both are the same [M5]. */
  carried: v.optional(v.array(bytesSchema), []),
  /** The log of the server that `voicesThrough` counts beside; empty before the first look. */
  voicesLog: v.optional(bytesSchema, ""),
  /** That the server said last that this device has no part here any more; that may not be so, and nothing is erased for it. */
  out: v.optional(v.nullable(v.picklist(["NotMember", "Gone"])), null),
  /** Boxes that are known here, by id; with `.` and a mark, those whose page the server has been told. */
  boxes: v.array(v.string()),
});
export type SpaceState = v.InferOutput<typeof spaceStateSchema>;

const headSchema = v.object({ counter: whole, hash: bytesSchema });

const chainSchema = v.object({
  counter: whole,
  hash: bytesSchema,
  /** The rows before, latest first: what others say they saw is compared with them. */
  before: v.array(headSchema),
});
/** How far the rows of one device have been taken in. */
export type Chain = v.InferOutput<typeof chainSchema>;

/** What was noticed that should not be. */
export const toldSchema = v.object({
  at: v.number(),
  what: v.variant("type", [
    v.object({ type: v.literal("ClockOff"), by: v.number() }),
    v.object({ type: v.literal("Forked") }),
    v.object({ type: v.literal("Parted") }),
    v.object({ type: v.literal("BeyondLast") }),
    v.object({ type: v.literal("Equivocated") }),
    v.object({ type: v.literal("Restored") }),
    v.object({ type: v.literal("Withheld") }),
    v.object({ type: v.literal("SetAside"), count: whole }),
    v.object({ type: v.literal("BadSnapshot") }),
  ]),
});
export type Told = v.InferOutput<typeof toldSchema>;

/** What a device keeps of a space that changes with every exchange; in the row `heads`. */
export const headsSchema = v.object({
  version: v.literal(1),
  /** The log that `cursor` counts in; null before the first exchange. */
  logId: v.nullable(bytesSchema),
  cursor: whole,
  /** This device's rows: the last one made, and the first one that is still needed [V3]. */
  own: v.object({ counter: whole, hash: bytesSchema, floor: whole }),
  /** By device, base64url. */
  others: v.record(v.string(), chainSchema),
  /** By device: the counter that this device's rows last named as seen. */
  named: v.record(v.string(), whole),
  /** The highest counter that anybody said they saw of a device. */
  seen: v.record(v.string(), whole),
  /** What a later version told, and this one has no words for, is left out. */
  told: v.pipe(
    v.array(v.unknown()),
    v.transform((all) => all.filter((told) => v.is(toldSchema, told))),
  ),
  /** See `Heads`; not there where it was written before this was noted. */
  logged: v.optional(v.record(v.string(), headSchema)),
  /** SHA-256 of the latest snapshot manifest that was read, made or judged; empty where none. */
  manifest: bytesSchema,
  /** Up to where a snapshot that this device made, read or found whole holds the log. */
  coveredThrough: v.optional(whole, 0),
  /** When this device last made a snapshot, by its own clock. */
  madeSnapshotAt: v.optional(v.number(), 0),
  /** When this device last found that others wait for a row of its own, and said everything again. */
  begunAnewAt: v.optional(v.number(), 0),
  /** Rows up to here hold words that were taken back; 0: none. `notPlaced`: the last of them has no place yet. */
  eraseThrough: v.optional(whole, 0),
  /** By which level of the protocol its rows were read [V9]; not there where it was written before this was noted. */
  level: v.optional(whole, 1),
  /** Since when something of a later version is set aside here, by its own clock [U6]; 0: nothing. */
  newerSince: v.optional(v.number(), 0),
  /** When this device learned that the server had been restored, by its own clock; 0: never. */
  restoredAt: v.optional(v.number(), 0),
});

export interface Heads extends v.InferOutput<typeof headsSchema> {
  /** By device, this one too: how far its rows stand in this very log, which may have lost some [V3]. */
  readonly logged: Readonly<Record<string, v.InferOutput<typeof headSchema>>>;
}

/** Beyond every place in a log. */
export const notPlaced = Number.MAX_SAFE_INTEGER;

/**
 * What this app reads of a space [V9]: raised with whatever an app before would refuse or not understand.
 * 2: a proof of `made` that names all that the document says, and what waits in segments.
 */
export const readingLevel = 2;

/** Nothing exchanged yet. */
export const noHeads: Heads = {
  version: 1,
  logId: null,
  cursor: 0,
  own: { counter: 0, hash: new Uint8Array(32), floor: 1 },
  others: {},
  named: {},
  seen: {},
  told: [],
  logged: {},
  manifest: new Uint8Array(0),
  coveredThrough: 0,
  madeSnapshotAt: 0,
  begunAnewAt: 0,
  eraseThrough: 0,
  level: readingLevel,
  newerSince: 0,
  restoredAt: 0,
};
