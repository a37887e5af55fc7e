/** Where randomness comes from: `crypto.getRandomValues` in the app, a seeded source in tests. */
export interface Random {
  /** `length` fresh random bytes. */
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
}
