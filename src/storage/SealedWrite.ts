/** One record's new state, sealed; `expected` is the `rev` that must be stored, null for none. */
export interface SealedWrite {
  readonly id: string;
  readonly expected: number | null;
  readonly document: Uint8Array;
  readonly view: Uint8Array;
  readonly versions: readonly Uint8Array[];
}
