import type { Confirmation } from "./snapshotConfirmation.ts";

/** The codes by which a server refuses one row of a push [F3]. */
export const rowRefusals = [
  "STALE_EPOCH",
  "NOT_MEMBER",
  "TOO_BIG",
  "QUOTA",
  "OTHER_BODY",
  "MALFORMED",
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

/** A row as its author sends it. `uid`: 16 random bytes, written down before the first try [U5]. */
export interface SentRow {
  readonly uid: Uint8Array;
  readonly body: Uint8Array;
}

/** A row as the log holds it. `seq` is 0 in tentative rows, which have no place in the log yet [V4]. */
export interface LoggedRow extends SentRow {
  readonly seq: number;
}

/** Where a row stands in the log. */
export interface RowPlace {
  readonly uid: Uint8Array;
  readonly seq: number;
}

/**
 * What stands in request and answer bodies and WebSocket messages: `src/sync/SPEC.md` F3 says what
 * each is for. Ids are bytes: spaces, logs, uids, boxes and invitations 16, devices and hashes 32.
 */
export type Frame =
  | { readonly type: "push"; readonly request: number; readonly rows: readonly SentRow[] }
  | {
      readonly type: "ack";
      readonly request: number;
      readonly rows: readonly RowPlace[];
      readonly head: number;
    }
  | {
      readonly type: "nack";
      readonly request: number;
      readonly rows: readonly { readonly uid: Uint8Array; readonly reason: RowRefusal }[];
    }
  | {
      readonly type: "rows";
      readonly space: Uint8Array;
      readonly logId: Uint8Array;
      readonly settled: boolean;
      readonly rows: readonly LoggedRow[];
    }
  | {
      readonly type: "level";
      readonly space: Uint8Array;
      readonly logId: Uint8Array;
      readonly head: number;
      /** Rows up to here stand in the latest snapshot only. */
      readonly floor: number;
      readonly membership: number;
    }
  | {
      readonly type: "hello";
      readonly version: number;
      readonly spaces: readonly {
        readonly space: Uint8Array;
        readonly logId: Uint8Array;
        readonly cursor: number;
      }[];
    }
  | {
      readonly type: "nudge";
      readonly space: Uint8Array;
      readonly head: number;
      readonly membership: number;
    }
  | { readonly type: "presence"; readonly space: Uint8Array; readonly sealed: Uint8Array }
  /** `details`: the JSON of a `Refusal`, whose type is `code`. */
  | { readonly type: "refused"; readonly code: string; readonly details: string }
  /** Rows that were relayed tentatively before are on disk now, at these places. */
  | {
      readonly type: "settled";
      readonly space: Uint8Array;
      readonly logId: Uint8Array;
      readonly rows: readonly RowPlace[];
    }
  | {
      readonly type: "members";
      readonly space: Uint8Array;
      readonly entries: readonly Uint8Array[];
    }
  /** A facilitator leaves a letter for one joiner. `tokenHash`: SHA-256 of the fetch token [J2]. */
  | { readonly type: "letter"; readonly tokenHash: Uint8Array; readonly sealed: Uint8Array }
  /** A joiner takes it. `taker`: 16 random bytes; the same taker may ask again after a lost answer. */
  | { readonly type: "take"; readonly token: Uint8Array; readonly taker: Uint8Array }
  | { readonly type: "answer"; readonly token: Uint8Array; readonly sealed: Uint8Array }
  | {
      readonly type: "answers";
      readonly answers: readonly {
        readonly invitation: Uint8Array;
        readonly sealed: Uint8Array;
      }[];
    }
  /** A box for voices. `key`: the signed public key that voices are sealed to, opaque here. */
  | { readonly type: "voicebox"; readonly box: Uint8Array; readonly key: Uint8Array }
  | {
      readonly type: "voices";
      readonly voices: readonly {
        readonly number: number;
        readonly box: Uint8Array;
        readonly sealed: Uint8Array;
      }[];
    }
  | { readonly type: "snapshot"; readonly manifest: Uint8Array }
  /** Who confirmed the snapshot that comes with it [N2]. */
  | { readonly type: "confirmed"; readonly confirmations: readonly Confirmation[] };

/** The type byte of each frame [F3]. */
export const frameTypes = {
  push: 1,
  ack: 2,
  nack: 3,
  rows: 4,
  level: 5,
  hello: 6,
  nudge: 7,
  presence: 8,
  refused: 9,
  settled: 10,
  members: 11,
  letter: 12,
  take: 13,
  answer: 14,
  answers: 15,
  voicebox: 16,
  voices: 17,
  snapshot: 18,
  // May be skipped: it came later than the others.
  confirmed: 0x80,
} as const satisfies Record<Frame["type"], number>;

/** Frames of this number and above may be skipped by who does not know them [F1]. */
export const firstSkippable = 0x80;
