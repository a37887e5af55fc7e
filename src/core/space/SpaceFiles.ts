import type { Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SpaceId } from "./identifiers.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";

/** Why a file is not taken in. */
export type SpaceFileFailure =
  | { readonly type: "NotASpaceFile" }
  | { readonly type: "NewerFile" }
  | { readonly type: "Damaged" }
  /** Not twelve words, or some that such words never are: `unknown`, by place from 0. */
  | {
      readonly type: "NotTwelveWords";
      readonly count: number;
      readonly unknown: readonly number[];
    }
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
  /** A second, other answer to an invitation: the first one waits, and the file may have gone astray. */
  | { readonly type: "AnsweredTwice" }
  | { readonly type: "AlreadyMember"; readonly space: SpaceId }
  | { readonly type: "AlreadyOwn" }
  /** The journal has asked to be linked with other devices, and waits to be let in. */
  | { readonly type: "AlreadyAsked" }
  /** It is of a team where a device of one's own was agreed to, or the other way round. */
  | { readonly type: "OtherKind" }
  | StorageFailure;

/** What a file is: a whole space; one proposal, sealed with words; an invitation; the answer to one. */
export type SpaceFileKind = "space" | "proposal" | "invitation" | "answer";

/** Carrying a space by file, for those who meet without a server. */
export interface SpaceFiles {
  /** What a file is, without taking it in. */
  readonly fileKind: (file: Uint8Array) => Promise<Result<SpaceFileKind, SpaceFileFailure>>;
  /** The whole space, for another of its members to take in without a server. */
  readonly exportSpace: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** Takes in a whole-space file. Counts records that are new or changed. */
  readonly importSpace: (
    file: Uint8Array,
  ) => Promise<Result<{ readonly space: SpaceId; readonly changed: number }, SpaceFileFailure>>;
}
