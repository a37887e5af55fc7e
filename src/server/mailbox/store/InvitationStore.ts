/** The letters of invitations and their answers, until their time is past [J2, J3]. */
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
