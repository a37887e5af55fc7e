import type { Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SpaceId } from "./identifiers.ts";
import type { SpaceKind } from "./Space.ts";
import type { Refusal } from "./SyncStatus.ts";

/** Why a link is no invitation that could be taken up. */
export type NotReadable =
  /** Not a whole link: cut off, or mistyped. */
  | { readonly type: "NotAnInvitation" }
  /** Not the twelve words of a code: too few, too many, or `unknown`, by place from 0: in none. Else they belong to no code, or not in this order. */
  | {
      readonly type: "MistypedCode";
      readonly count: number;
      readonly unknown: readonly number[];
    }
  /** Made by a newer version of the app. */
  | { readonly type: "NewerInvitation" };

/** Why an invitation does not let in. */
export type JoinFailure =
  | NotReadable
  /** Used, withdrawn or older than 72 hours: ask for a new one. */
  | { readonly type: "InvitationGone" }
  | { readonly type: "AlreadyMember"; readonly space: SpaceId }
  | { readonly type: "AlreadyOwn" }
  /** The journal has asked to be linked with other devices, and waits to be let in. */
  | { readonly type: "AlreadyAsked" }
  /** It leads to a team where a device of one's own was agreed to, or the other way round. */
  | { readonly type: "OtherKind" }
  | { readonly type: "Offline" }
  /** The server was asked too often from this device or address: try again in a minute. */
  | { readonly type: "TooMany" }
  | { readonly type: "Refused"; readonly why: Refusal }
  | StorageFailure;

/** Taking up an invitation by its link. */
export interface Joining {
  /** The link at `server` that typed words stand for: one's other device shows them beside it. */
  readonly linkOfCode: (typed: string, server: string) => Promise<Result<string, NotReadable>>;
  /** Reads an invitation without using it up. */
  readonly readLink: (
    link: string,
  ) => Promise<Result<{ readonly server: string; readonly kind: SpaceKind }, NotReadable>>;
  /**
   * Uses an invitation: from then on the space is in `list`, as `joining`, until admitted. `agreed` is
   * what the person was told that they join: a space of another kind is never opened.
   */
  readonly join: (
    link: string,
    agreed: SpaceKind,
    myName: string,
  ) => Promise<Result<SpaceId, JoinFailure>>;
}
