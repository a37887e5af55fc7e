import type { DeviceKeys, Role, SpaceKind } from "./MembershipEntry.ts";

/** A device that is, or was, a member of a space. */
export interface Member {
  readonly keys: DeviceKeys;
  readonly role: Role;
  /** The number of the entry that admitted it. */
  readonly since: number;
  /** The first epoch that it was given the key of. */
  readonly firstEpoch: number;
  /** For those who left or were removed: the last epoch in which they could write. */
  readonly lastEpoch?: number;
  /** The last row of theirs that counts, once the log says so [M6]. */
  readonly lastRow?: { readonly counter: number; readonly hash: Uint8Array };
}

/**
 * What a membership log comes to. Both ends fold it alike with `appendMembership` [M2]. Maps are keyed
 * by `idText` of the device's id.
 */
export interface Membership {
  /** The space's id: the first 16 bytes of SHA-256 of its first entry [D2]. */
  readonly space: Uint8Array;
  readonly kind: SpaceKind;
  /** The number of the last entry. */
  readonly number: number;
  /** SHA-256 of the last entry: the `previous` of the next. */
  readonly hash: Uint8Array;
  /** 1 at first. */
  readonly epoch: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly former: ReadonlyMap<string, Member>;
  /** Invitations that were used, by `idText`: each admits one device. */
  readonly invitations: ReadonlySet<string>;
  readonly isClosed: boolean;
}

/** Why an entry may not stand where it was put [M2]. */
export type MembershipRefusal =
  | { readonly type: "Malformed" }
  /** It does not follow the last entry: another came between, or the log is another one. */
  | { readonly type: "NotNext"; readonly number: number }
  | { readonly type: "OtherChain" }
  | { readonly type: "BadSignature" }
  | { readonly type: "NotMember" }
  | { readonly type: "NotFacilitator" }
  | { readonly type: "NoFacilitatorLeft" }
  | { readonly type: "DeviceKnown" }
  | { readonly type: "NoSuchDevice" }
  | { readonly type: "InvitationUsed" }
  | { readonly type: "TooManyMembers" }
  | { readonly type: "WrongEpoch"; readonly epoch: number }
  | { readonly type: "WrongWraps" }
  | { readonly type: "Closed" };
