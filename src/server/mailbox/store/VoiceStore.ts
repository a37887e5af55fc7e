/** Boxes for voices, and what was left in them until the team has read it. */
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
