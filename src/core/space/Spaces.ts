import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { InvitationId, MemberId, SharedId, SpaceId } from "./identifiers.ts";
import type { Answer } from "./ReceivedRecord.ts";
import type { Refusal, SyncStatus } from "./SyncStatus.ts";

/** `own`: a person's devices, which share the journal itself. `team`: shares only what is shared with care. */
export type SpaceKind = "own" | "team";
export type Role = "facilitator" | "member";

export interface Member {
  readonly id: MemberId;
  readonly role: Role;
  /** As that member's own device says; empty until it has said. */
  readonly name: string;
  readonly isMe: boolean;
  readonly since: Instant;
}

/** A space that this journal is in, or is on its way into. */
export interface Space {
  readonly id: SpaceId;
  readonly kind: SpaceKind;
  /** Empty until it is known. */
  readonly name: string;
  /** The server's origin, or null: by file only. */
  readonly server: string | null;
  /**
   * `joining`: waits for a facilitator to admit; `words` are to be compared with them.
   * `removed` (`at`, by the facilitator's clock), `closed`: what had been received stays readable;
   * nothing new comes or goes. `otherKind`: it turned out to be a team where a device of one's own was
   * agreed to, or the other way round: nothing came or went. See `takesPart` for what a server says before members are known.
   */
  readonly state:
    | { readonly type: "open" }
    | { readonly type: "joining"; readonly words: readonly string[] }
    | { readonly type: "removed"; readonly at: Instant }
    | { readonly type: "left" }
    | { readonly type: "closed" }
    | { readonly type: "otherKind" };
  readonly me: MemberId;
  readonly members: readonly Member[];
  readonly status: SyncStatus;
}

/** An invitation that was made here and is still open, or was answered and waits to be admitted. */
export interface OpenInvitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly expiresAt: Instant;
  /** Somebody answered it: the words both sides see, and what they want to be called. */
  readonly answer: { readonly words: readonly string[]; readonly name: string } | null;
}

/** A fresh invitation. `link` holds its secret in the fragment: shown, copied, drawn as QR, never stored. */
export interface Invitation {
  readonly id: InvitationId;
  readonly link: string;
  readonly expiresAt: Instant;
}

/** Why something about a space did not happen. Nothing is half done. */
export type SpaceFailure =
  | { readonly type: "NoSuchSpace" }
  /** Only a facilitator may. */
  | { readonly type: "NotFacilitator" }
  /** A space cannot be without a facilitator: give someone else the role first, or close it. */
  | { readonly type: "LastFacilitator" }
  /** The server cannot be reached: try again later. */
  | { readonly type: "Offline" }
  | { readonly type: "Refused"; readonly why: Refusal }
  /** The journal is linked with other devices already: it has one space of its own. */
  | { readonly type: "AlreadyOwn" }
  | StorageFailure;

/** Why an invitation does not let in. */
export type JoinFailure =
  /** Not a whole link: cut off, or mistyped. */
  | { readonly type: "NotAnInvitation" }
  /** Made by a newer version of the app. */
  | { readonly type: "NewerInvitation" }
  /** Used, withdrawn or older than 72 hours: ask for a new one. */
  | { readonly type: "InvitationGone" }
  | { readonly type: "AlreadyMember"; readonly space: SpaceId }
  | { readonly type: "AlreadyOwn" }
  /** It leads to a team where a device of one's own was agreed to, or the other way round. */
  | { readonly type: "OtherKind" }
  | { readonly type: "Offline" }
  | { readonly type: "Refused"; readonly why: Refusal }
  | StorageFailure;

/** Why a file is not taken in. */
export type SpaceFileFailure =
  | { readonly type: "NotASpaceFile" }
  | { readonly type: "NewerFile" }
  | { readonly type: "Damaged" }
  /** These are not the words that the file was sealed with. */
  | { readonly type: "WrongWords" }
  /** It belongs to a space that this journal is not in. */
  | { readonly type: "NotMember" }
  /** It says that this journal was removed from the space: it reads nothing new. */
  | { readonly type: "Removed" }
  /** It was made before this journal was let in. */
  | { readonly type: "NotAdmitted" }
  /** Whoever made it is no longer in the space. */
  | { readonly type: "ByFormer" }
  /** Members were changed on two devices apart: neither list continues the other. */
  | { readonly type: "Forked" }
  /** An answer to an invitation that was not made here, was withdrawn, or is older than 72 hours. */
  | { readonly type: "InvitationGone" }
  | { readonly type: "AlreadyMember"; readonly space: SpaceId }
  | { readonly type: "AlreadyOwn" }
  /** It is of a team where a device of one's own was agreed to, or the other way round. */
  | { readonly type: "OtherKind" }
  | StorageFailure;

/** What a file is: a whole space; one proposal, sealed with words; an invitation; the answer to one. */
export type SpaceFileKind = "space" | "proposal" | "invitation" | "answer";

/** Where somebody is in a space right now: never stored. */
export interface Presence {
  readonly member: MemberId;
  readonly record: SharedId;
  /** Which part they are writing, as `notebook` names it; null: only looking. */
  readonly part: string | null;
  readonly at: Instant;
}

/**
 * The spaces of an open journal, in the vault worker. Records of a space are read with
 * `Reader.shared` and written with `Vault.save`, as any others. Every method that returns success has
 * kept on this device what it did; what the server must agree to first (members, roles) has been
 * agreed.
 */
export interface Spaces {
  readonly list: () => Promise<readonly Space[]>;
  /** Calls back whenever `list`, `invitations` or `presence` would answer differently. Returns a way to stop. */
  readonly subscribe: (listener: () => void) => Promise<() => void>;

  /** Makes a space with this journal as its facilitator. `server` null: none yet. Works offline. */
  readonly make: (space: {
    readonly kind: SpaceKind;
    readonly name: string;
    readonly myName: string;
    readonly server: string | null;
  }) => Promise<Result<SpaceId, SpaceFailure>>;
  readonly rename: (space: SpaceId, name: string) => Promise<Result<null, SpaceFailure>>;
  /** What this journal is called in a space. */
  readonly nameMe: (space: SpaceId, name: string) => Promise<Result<null, SpaceFailure>>;

  readonly invite: (space: SpaceId, role: Role) => Promise<Result<Invitation, SpaceFailure>>;
  readonly invitations: (space: SpaceId) => Promise<readonly OpenInvitation[]>;
  readonly withdrawInvitation: (
    space: SpaceId,
    invitation: InvitationId,
  ) => Promise<Result<null, SpaceFailure>>;
  /** Once the words were compared: lets the one who answered in. */
  readonly admit: (space: SpaceId, invitation: InvitationId) => Promise<Result<null, SpaceFailure>>;

  /** Reads an invitation without using it up; null where it is no invitation at all. */
  readonly readLink: (
    link: string,
  ) => Promise<{ readonly server: string; readonly kind: SpaceKind } | null>;
  /**
   * Uses an invitation: from then on the space is in `list`, as `joining`, until admitted. `agreed` is
   * what the person was told that they join: a space of another kind is never opened.
   */
  readonly join: (
    link: string,
    agreed: SpaceKind,
    myName: string,
  ) => Promise<Result<SpaceId, JoinFailure>>;

  readonly setRole: (
    space: SpaceId,
    member: MemberId,
    role: Role,
  ) => Promise<Result<null, SpaceFailure>>;
  /** Refused by the server at once; a new key for all others follows in the same step. */
  readonly remove: (space: SpaceId, member: MemberId) => Promise<Result<null, SpaceFailure>>;
  readonly leave: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;
  /** Closes the space for everybody and erases it from the server. Copies on devices stay. */
  readonly close: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;
  /** Takes a space that is left, closed or removed, and all its records, off this device. */
  readonly forget: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;

  /** Says unnamed how often it comes back; answering again replaces what was said. */
  readonly answer: (
    space: SpaceId,
    ask: SharedId,
    says: Answer["says"],
  ) => Promise<Result<null, SpaceFailure>>;
  /** What this device answered to an ask, which only it can tell; null: nothing yet. */
  readonly ownAnswer: (space: SpaceId, ask: SharedId) => Promise<Answer["says"] | null>;
  /**
   * Tells the server what the page of a voice box says now, or that it is closed, where this journal
   * is a facilitator's. Where the server cannot be reached it is told later by itself.
   */
  readonly publishVoiceBox: (space: SpaceId, box: SharedId) => Promise<Result<null, SpaceFailure>>;
  /** The link of a voice box, for a poster or a message: `/voice#v1.…`. Publishes its page. */
  readonly voiceLink: (space: SpaceId, box: SharedId) => Promise<Result<string, SpaceFailure>>;
  /** Fresh keys for a new voice box record. */
  readonly voiceKeys: () => Promise<{ readonly publicKey: string; readonly secretKey: string }>;

  /** Says where this device is; null: nowhere any more. Forgotten after 30 seconds unless said again. */
  readonly here: (
    space: SpaceId,
    where: { readonly record: SharedId; readonly part: string | null } | null,
  ) => Promise<void>;
  readonly presence: (space: SpaceId) => Promise<readonly Presence[]>;

  /** Tries now whatever waits for the server. */
  readonly tryNow: () => Promise<void>;
  /** The whole space, for another of its members to take in without a server. */
  readonly exportSpace: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** What a file is, without taking it in. */
  readonly fileKind: (file: Uint8Array) => Promise<Result<SpaceFileKind, SpaceFileFailure>>;
  /** An invitation as a file, for a space without a server. It lets in one person, and is as secret as a link. */
  readonly inviteByFile: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** Reads an invitation file whole, without taking it up: what one would join. */
  readonly readInvitation: (
    file: Uint8Array,
  ) => Promise<Result<{ readonly kind: SpaceKind }, SpaceFileFailure>>;
  /** Takes up an invitation file, to what the person `agreed` to join: the space is in `list`, as `joining`, until a file of it says that this journal was admitted. */
  readonly joinByFile: (
    file: Uint8Array,
    agreed: SpaceKind,
    myName: string,
  ) => Promise<Result<SpaceId, SpaceFileFailure>>;
  /** The answer that a facilitator has to bring in before they can admit, for a space that is `joining`. */
  readonly answerFile: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** Takes in an answer: it then waits among `invitations`. */
  readonly takeAnswer: (file: Uint8Array) => Promise<Result<SpaceId, SpaceFileFailure>>;
  /** One shared proposal for somebody outside, sealed with twelve fresh words to be told another way. */
  readonly exportProposal: (
    proposal: SharedId,
  ) => Promise<
    Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, SpaceFailure>
  >;
  /** Takes in a whole-space file. Counts records that are new or changed. */
  readonly importSpace: (
    file: Uint8Array,
  ) => Promise<Result<{ readonly space: SpaceId; readonly changed: number }, SpaceFileFailure>>;
  /** The proposal in a sealed file, as a copy in the space `into`. */
  readonly importProposal: (
    file: Uint8Array,
    words: string,
    into: SpaceId,
  ) => Promise<Result<SharedId, SpaceFileFailure>>;
}
