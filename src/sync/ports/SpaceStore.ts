import type { Result } from "#base/Result.ts";
import type { SpaceKind } from "#wire/MembershipEntry.ts";

/** Names one row of a space; `space` is empty for the list of spaces itself. */
export interface SpaceRowName {
  readonly space: string;
  readonly part: string;
  readonly key: string;
}

/** One thing that a space keeps on this device. Bytes are sealed by whoever implements the store. */
export interface SpaceRow extends SpaceRowName {
  readonly stamp: number;
  readonly bytes: Uint8Array;
}

/** A change to what a space keeps: all of it or nothing. */
export interface SpaceWrites {
  readonly put: readonly SpaceRow[];
  readonly drop: readonly (SpaceRowName & { readonly stamp?: number })[];
}

/** The device did not keep what it was asked to. Whoever implements the store knows why. */
export interface NotKept {
  readonly type: "NotKept";
  readonly cause: unknown;
}

/** Updates of one record, oldest first. */
export interface ReceivedUpdates {
  readonly id: string;
  readonly updates: readonly { readonly bytes: Uint8Array }[];
}

/** What became of a record's updates: kept, refused for good, of a later version, or held until others make them whole. */
export interface ReceivedOutcome {
  readonly id: string;
  readonly outcomes: readonly ("kept" | "refused" | "newer" | "incomplete")[];
  /** Its words were taken back by these updates: rows that hold them should go [N2]. */
  readonly isTakenBack: boolean;
}

/** What a record says beyond what is known elsewhere. */
export type Said =
  | {
      readonly type: "said";
      readonly update: Uint8Array;
      /** What will be known elsewhere once `update` is. */
      readonly known: Uint8Array;
      readonly isTakenBack: boolean;
    }
  | { readonly type: "nothing" }
  /** It was removed from this device for good. */
  | { readonly type: "gone" }
  /** It does not open here. */
  | { readonly type: "unreadable" };

/** How what a rehearsal came to differs from what this device has of the space. */
export interface Comparison {
  /** Records of which something is missing there. */
  readonly lacks: readonly string[];
  /** Records that are missing there and lie in the bin here: another device of this person emptied its own. */
  readonly forgone: readonly string[];
  /** Records that say more there. */
  readonly more: readonly ReceivedUpdates[];
  /** Whether a record does not open here, so that nothing can be said of it. */
  readonly isPartial: boolean;
}

/** What a device that begins with nothing would make of a space, in memory. */
export interface Rehearsal {
  /** Takes in as the real one does; keeps nothing. */
  readonly store: SpaceStore;
  /** Compares records known elsewhere, by id, and whatever else the rehearsal came to have. */
  readonly compare: (ids: readonly string[]) => Promise<Result<Comparison, NotKept>>;
  /**
   * Whether a record, as it stands on this device or in the rehearsal, says all of these updates
   * already. Among one's own devices also where it is not there: it may have been removed for good. And
   * where it does not open here: `compare` says so.
   */
  readonly saysAll: (
    where: "here" | "there",
    updates: ReceivedUpdates,
  ) => Promise<Result<boolean, NotKept>>;
}

/** Signs for this device who wrote what [A2]. */
export interface Prover {
  /** This device's id as text. */
  readonly me: string;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** What somebody left in a box. */
export interface SealedVoice {
  /** 16 bytes. */
  readonly box: Uint8Array;
  readonly sealed: Uint8Array;
}

/** A record that changed since it was last sent. */
export interface UnsentMark {
  readonly id: string;
  readonly stamp: number;
}

/**
 * What this device keeps of its spaces, and the records that they carry, as opaque bytes. Every write
 * is durable when it returns.
 */
export interface SpaceStore {
  /** All rows of that part. */
  readonly rows: (space: string, part: string) => Promise<Result<readonly SpaceRow[], NotKept>>;
  readonly write: (writes: SpaceWrites) => Promise<Result<null, NotKept>>;
  readonly forget: (space: string) => Promise<Result<null, NotKept>>;

  readonly unsent: (
    space: string,
    limit: number,
  ) => Promise<Result<readonly UnsentMark[], NotKept>>;
  readonly markAll: (space: string) => Promise<Result<null, NotKept>>;
  /** This device is let in as `me`: keeps what it is called there; among one's own devices marks everything. */
  readonly welcome: (
    space: { readonly id: string; readonly kind: SpaceKind },
    me: string,
    myName: string,
  ) => Promise<Result<null, NotKept>>;
  /**
   * What a record says beyond what is known (null: nothing). The proofs that it lacks of what it says
   * of `prover` are put beside it first. `wrote`: it was written here since it was sent.
   */
  readonly difference: (
    space: string,
    id: string,
    known: Uint8Array | null,
    prover: Prover,
    wrote: boolean,
  ) => Promise<Result<Said, NotKept>>;
  /** What is known elsewhere of a record once these updates are; throws on what are no updates. */
  readonly learn: (known: Uint8Array | null, updates: readonly Uint8Array[]) => Uint8Array;
  /**
   * Opens and keeps what was sealed to boxes of this space; what does not open is passed over. Gives
   * those whose box is not known here.
   */
  readonly takeVoices: (
    space: string,
    voices: readonly SealedVoice[],
  ) => Promise<Result<readonly SealedVoice[], NotKept>>;
  /**
   * What the page of a box says, sealed under its link; `page` null: closed. `mark` changes with it.
   * `isForAll`: what is left there each device takes for itself.
   * Null where no such box of this space is kept here.
   */
  readonly voicePage: (
    space: string,
    box: string,
  ) => Promise<{
    readonly page: Uint8Array | null;
    readonly mark: string;
    readonly isForAll: boolean;
  } | null>;
  /** The box that takes the unnamed answers of a team; null where none is known here. */
  readonly answerBox: (space: string) => Promise<string | null>;
  /** Merges, parses and keeps records, in one transaction with what `alongside` answers. */
  readonly receive: (
    space: string,
    received: readonly ReceivedUpdates[],
    isMember: (device: string) => boolean,
    alongside: (outcomes: readonly ReceivedOutcome[]) => SpaceWrites,
  ) => Promise<Result<readonly ReceivedOutcome[], NotKept>>;
  readonly rehearse: (space: string) => Rehearsal;
}
