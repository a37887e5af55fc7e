/** A passkey that opens a journal. The texts are base64url and stand in the clear beside the journal. */
export interface PasskeyWay {
  /** Which of the journal's ways it is. */
  readonly slot: string;
  /** What the authenticator calls it. */
  readonly credential: string;
  /** What the authenticator makes the secret from. */
  readonly salt: string;
}

/** Ways to open a journal besides the passphrase and the recovery code, which are always there. */
export interface WaysToUnlock {
  readonly passkeys: readonly PasskeyWay[];
  /** The device itself: which way it is, or null where nobody asked for it. */
  readonly device: string | null;
}

/** Opening without typing: by a secret that an authenticator gave, or one that lies on the device. */
export type HeldUnlocking =
  | { readonly type: "passkey"; readonly slot: string; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly type: "device" };

/** A way to be added. `secret` are the 32 bytes that the passkey gave, twice the same. */
export type NewWay =
  | {
      readonly type: "passkey";
      readonly credential: string;
      readonly salt: string;
      readonly secret: Uint8Array<ArrayBuffer>;
    }
  | { readonly type: "device" };
