import type { LoggedRow, RowPlace, SentRow } from "#wire/Frame.ts";
import type { Confirmation } from "#wire/snapshotConfirmation.ts";

/** How far a space has come. */
export interface SpaceLevel {
  /** Random; new when the log is, or when the database was put back from a backup [V3]. */
  readonly logId: Uint8Array;
  /** The place of the last row; 0 where there is none. */
  readonly head: number;
  /** Rows up to here have no body any more: they stand in the latest snapshot [N2]. */
  readonly floor: number;
  /** The number of the last membership entry. */
  readonly membership: number;
  /** What the space keeps here, in bytes of bodies, segments and entries. */
  readonly bytes: number;
}

/** A push for one space. `membership` is the number under which its rows were checked. */
export interface Push {
  readonly space: Uint8Array;
  readonly membership: number;
  readonly rows: readonly SentRow[];
}

export type PushOutcome =
  /** The membership log went on meanwhile: check again. */
  | { readonly type: "moved" }
  | { readonly type: "none" }
  | {
      readonly type: "kept";
      readonly level: SpaceLevel;
      /** The places of all rows that stand in the log now, new and repeated [V2]. */
      readonly places: readonly RowPlace[];
      /** The new ones among them, whole, in the log's order. */
      readonly fresh: readonly LoggedRow[];
      readonly otherBody: readonly Uint8Array[];
      readonly overQuota: readonly Uint8Array[];
    };

/** A row that stands in the log, without its body. */
export interface KnownRow extends RowPlace {
  /** SHA-256 of the body. */
  readonly hash: Uint8Array;
}

/** The log of rows: places from 1 without holes, each given in the order of commits [V1]. */
export interface RowStore {
  /** Resolves after the commit reached the disk [V2]. Many pushes may share a transaction. */
  readonly push: (push: Push) => Promise<PushOutcome>;
  readonly knownRow: (space: Uint8Array, uid: Uint8Array) => Promise<KnownRow | null>;
  /** Rows after a place, in order: as many as fit in `mostBytes`, one at least. */
  readonly rowsAfter: (
    space: Uint8Array,
    after: number,
    mostBytes: number,
  ) => Promise<readonly LoggedRow[]>;
}

export interface MembershipStore {
  /** Makes a space with its first entry, or answers the one that is there; `gone` once deleted. */
  readonly begin: (space: Uint8Array, entry: Uint8Array) => Promise<SpaceLevel | "gone">;
  readonly level: (space: Uint8Array) => Promise<SpaceLevel | "gone" | null>;
  /** Entries after a number, in order, at most 1 MiB of them (one at least). */
  readonly entriesAfter: (space: Uint8Array, after: number) => Promise<readonly Uint8Array[]>;
  /**
   * Puts an entry at `number` if the log ends just before it [M3], else says where it ends. With
   * `invitation`, that invitation and its answer go in the same transaction, and what `leaving`, who
   * are members no more, have read of voices counts no longer.
   */
  readonly append: (
    space: Uint8Array,
    number: number,
    entry: Uint8Array,
    invitation: Uint8Array | null,
    leaving: readonly Uint8Array[],
  ) => Promise<{ readonly type: "appended" } | { readonly type: "moved"; readonly number: number }>;
  /** Deletes all of a space; its id stays, so that it is known to be gone. */
  readonly remove: (space: Uint8Array) => Promise<void>;
}

export interface InvitationStore {
  readonly leaveLetter: (
    letter: {
      readonly space: Uint8Array;
      readonly invitation: Uint8Array;
      readonly tokenHash: Uint8Array;
      readonly sealed: Uint8Array;
      /** Milliseconds since 1970. */
      readonly until: number;
    },
    mostOpen: number,
  ) => Promise<"kept" | "taken" | "tooMany">;
  readonly takeBack: (space: Uint8Array, invitation: Uint8Array) => Promise<void>;
  /** One taker, atomically; the same taker may ask again. A wrong token is as good as none. */
  readonly takeLetter: (
    invitation: Uint8Array,
    tokenHash: Uint8Array,
    taker: Uint8Array,
    now: number,
  ) => Promise<{ readonly sealed: Uint8Array } | "none" | "used" | "expired">;
  /** One answer; the same again is fine. */
  readonly answer: (
    invitation: Uint8Array,
    tokenHash: Uint8Array,
    sealed: Uint8Array,
    now: number,
  ) => Promise<"kept" | "none" | "used" | "expired">;
  readonly answers: (
    space: Uint8Array,
  ) => Promise<readonly { readonly invitation: Uint8Array; readonly sealed: Uint8Array }[]>;
}

/** What is stored of a snapshot's manifest besides its bytes. */
export interface StoredSnapshot {
  readonly space: Uint8Array;
  /** SHA-256 of the manifest: its name. */
  readonly hash: Uint8Array;
  readonly manifest: Uint8Array;
  readonly logId: Uint8Array;
  readonly upTo: number;
  readonly purge: boolean;
  readonly segments: readonly Uint8Array[];
}

/** A manifest as it was put, and who besides its author confirmed it: 256 at most. */
export interface ShownSnapshot {
  readonly manifest: Uint8Array;
  readonly confirmations: readonly Confirmation[];
}

/** What became of a manifest or of a word for it. `purged`: rows that it covers went at once. */
export type SnapshotOutcome = "kept" | "purged";

/** What snapshots are made of, and who makes one. */
export interface SegmentStore {
  /**
   * Holds the lease until `until` for this device, unless another holds it: then says until when.
   * Segments that no manifest came to name go with the lease before.
   */
  readonly lease: (
    space: Uint8Array,
    device: Uint8Array,
    now: number,
    until: number,
  ) => Promise<{ readonly holds: boolean; readonly until: number }>;
  /** Snapshots may take as much as `quota` beyond it: a full space gets room again by one. */
  readonly putSegment: (
    space: Uint8Array,
    hash: Uint8Array,
    bytes: Uint8Array,
    now: number,
    quota: number,
  ) => Promise<"kept" | "quota">;
  readonly segment: (space: Uint8Array, hash: Uint8Array) => Promise<Uint8Array | null>;
}

/** A space keeps its newest snapshot, and before it the newest that was confirmed. */
export interface SnapshotStore {
  /**
   * Keeps a manifest if all its segments are there and it is no step back. One that nobody confirmed
   * goes for it, and leaves it its `purge`. `needed`: devices besides its author who must confirm it.
   */
  readonly putSnapshot: (
    snapshot: StoredSnapshot,
    needed: number,
    now: number,
  ) => Promise<SnapshotOutcome | "segmentsMissing" | "otherLog">;
  /** A manifest by its name, the newest, or the newest that was confirmed. */
  readonly snapshot: (
    space: Uint8Array,
    which: Uint8Array | "latest" | "confirmed",
  ) => Promise<ShownSnapshot | null>;
  /**
   * Keeps who found it whole, which the caller has checked: no word of its author's, whose manifest is
   * that. Once `needed` devices did, it is confirmed and older ones go. `none`: no such snapshot.
   */
  readonly confirm: (
    space: Uint8Array,
    hash: Uint8Array,
    confirmation: Confirmation,
    needed: number,
    now: number,
  ) => Promise<SnapshotOutcome | "none">;
}

export interface VoiceStore {
  /** `forAll`: what is left there is needed by every member's device, and does not go before. */
  readonly putBox: (
    space: Uint8Array,
    box: Uint8Array,
    key: Uint8Array,
    most: number,
    forAll: boolean,
  ) => Promise<"kept" | "taken" | "tooMany">;
  readonly dropBox: (space: Uint8Array, box: Uint8Array) => Promise<void>;
  readonly boxKey: (box: Uint8Array) => Promise<Uint8Array | null>;
  /**
   * Keeps a voice while no more than `mostBytes` wait in its box. Where they would, those that two
   * devices have read make room first, but for a box for all; `full` where that is not enough.
   */
  readonly addVoice: (
    box: Uint8Array,
    sealed: Uint8Array,
    now: number,
    mostBytes: number,
  ) => Promise<"kept" | "none" | "full">;
  readonly voicesAfter: (
    space: Uint8Array,
    after: number,
  ) => Promise<
    readonly { readonly number: number; readonly box: Uint8Array; readonly sealed: Uint8Array }[]
  >;
  readonly dropVoices: (space: Uint8Array, through: number) => Promise<void>;
  /** Notes that a device has what was left up to `through`; what all `members` have is let go. */
  readonly readVoices: (
    space: Uint8Array,
    device: Uint8Array,
    through: number,
    members: readonly Uint8Array[],
  ) => Promise<void>;
}

/** What may count once only. */
export interface OnceStore {
  /** True the first time a nonce is spent within its window [Q1]. */
  readonly spendNonce: (nonce: Uint8Array, until: number) => Promise<boolean>;
  readonly putTicket: (ticketHash: Uint8Array, device: Uint8Array, until: number) => Promise<void>;
  /** The device that a ticket was given to; a ticket opens one door once. */
  readonly takeTicket: (ticketHash: Uint8Array, now: number) => Promise<Uint8Array | null>;
}

/** Told when a space moved on at another node; may be lost, doubled or late [V6]. */
export type HintListener = (space: Uint8Array) => void;

/**
 * Where the mailbox keeps what it carries. Two implementations, one contract
 * (`test/contract/mailboxStore.ts`). Every promise of a write resolves after its commit is on disk.
 * All throw what their database throws when it is away or its disk is full; nothing is kept then.
 */
export interface MailboxStore
  extends RowStore,
    MembershipStore,
    InvitationStore,
    SegmentStore,
    SnapshotStore,
    VoiceStore,
    OnceStore {
  /** Whether nonces are still known after this process ends: then others may vouch for them. */
  readonly remembersNonces: boolean;
  readonly onHint: (listener: HintListener) => void;
  /** Tells other nodes, soon, together with others. */
  readonly hint: (space: Uint8Array) => void;
  /** Lets go of what is past its time: bodies that snapshots cover, voices that two devices read (those for all: after a year), invitations, nonces, tickets. */
  readonly sweep: (now: number, coveredBefore: number) => Promise<void>;
  /** Resolves if the database answers. */
  readonly ping: () => Promise<void>;
  /** Finishes what is under way and lets go of the database. */
  readonly close: () => Promise<void>;
}
