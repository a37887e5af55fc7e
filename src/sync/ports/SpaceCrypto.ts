import type { Result } from "#base/Result.ts";
import type { Field } from "#wire/encodeFields.ts";
import type { DeviceKeys, SpaceKind } from "#wire/MembershipEntry.ts";

/** What a device has of its own in one space [D1]; the seeds are secret. */
export interface DeviceSecret {
  readonly keys: DeviceKeys;
  readonly seed: Uint8Array;
  readonly sealingSecret: Uint8Array;
}

/** The key of an epoch, 32 bytes. */
export interface EpochKey {
  readonly epoch: number;
  readonly bytes: Uint8Array;
}

/** What is sealed with a space's keys. */
export type SpacePurpose = "row" | "segment" | "presence" | "file";

/** Seals and opens for one epoch of one space. */
export interface EpochSealer {
  readonly seal: (
    purpose: SpacePurpose,
    device: Uint8Array,
    naming: readonly Field[],
    plaintext: Uint8Array,
  ) => Promise<Uint8Array>;
  readonly open: (
    purpose: SpacePurpose,
    device: Uint8Array,
    naming: readonly Field[],
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array, unknown>>;
}

/** What opens an invitation: 16 and 32 bytes. */
export interface InvitationSecret {
  readonly invitation: Uint8Array;
  readonly secret: Uint8Array;
}

/** An invitation with the words that stand for it [J6]. */
export interface DeviceCode extends InvitationSecret {
  readonly words: readonly string[];
}

/** What an invitation's link carries, or its file: what it says that one comes into, too [J1]. */
export interface InvitationLink extends InvitationSecret {
  readonly kind: SpaceKind;
}

/** What is sealed under a secret of a link, or of words. */
export type SecretPaper =
  | "invitation letter"
  | "invitation answer"
  | "proposal file"
  | "voice page";

/** The cryptography of spaces, as sync needs it. Implemented over `crypto/space` in app. */
export interface SpaceCrypto {
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly verify: (
    publicKey: Uint8Array,
    bytes: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean>;
  readonly newDevice: () => Promise<DeviceSecret>;
  /** Makes this device's signatures. */
  readonly signer: (device: DeviceSecret) => (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly newEpochKey: (epoch: number) => EpochKey;
  readonly sealer: (space: Uint8Array, key: EpochKey) => EpochSealer;
  readonly wrap: (key: EpochKey, space: Uint8Array, device: DeviceKeys) => Promise<Uint8Array>;
  readonly unwrap: (
    wrapped: Uint8Array,
    space: Uint8Array,
    epoch: number,
    device: DeviceSecret,
  ) => Promise<Result<EpochKey, unknown>>;
  readonly sealOlderKey: (
    space: Uint8Array,
    under: EpochKey,
    older: EpochKey,
  ) => Promise<Uint8Array>;
  readonly openOlderKey: (
    space: Uint8Array,
    under: EpochKey,
    epoch: number,
    sealed: Uint8Array,
  ) => Promise<Result<EpochKey, unknown>>;

  readonly newInvitation: () => InvitationSecret;
  /** An invitation that twelve words stand for [J6]. */
  readonly newDeviceCode: () => Promise<DeviceCode>;
  /** The invitation of such words as they were typed; `count`: how many there are; `unknown`: places from 0 of words that are in no code. */
  readonly readDeviceCode: (
    typed: string,
  ) => Promise<
    Result<InvitationSecret, { readonly count: number; readonly unknown: readonly number[] }>
  >;
  readonly fragment: (link: InvitationLink) => string;
  readonly readFragment: (fragment: string) => Result<InvitationLink, "newer" | "malformed">;
  readonly fetchToken: (secret: InvitationSecret) => Promise<Uint8Array>;
  readonly sealPaper: (
    paper: SecretPaper,
    secret: InvitationSecret,
    plaintext: Uint8Array,
  ) => Promise<Uint8Array>;
  readonly openPaper: (
    paper: SecretPaper,
    secret: InvitationSecret,
    sealed: Uint8Array,
  ) => Promise<Uint8Array | null>;
  readonly answerSigned: (invitation: Uint8Array, keys: DeviceKeys) => Uint8Array;
  readonly answerMac: (secret: InvitationSecret, keys: DeviceKeys) => Promise<Uint8Array>;
  readonly isAnswerMac: (
    secret: InvitationSecret,
    keys: DeviceKeys,
    mac: Uint8Array,
  ) => Promise<boolean>;
  readonly sixWords: (
    space: Uint8Array,
    facilitator: DeviceKeys,
    joiner: DeviceKeys,
  ) => Promise<readonly string[]>;
}
