import type { IdentityMark } from "#core/identity/IdentityMark.ts";

/** What the identity worker answers to; it keeps nothing between calls. */
export interface IdentityWorker {
  /** The marks of each text, in the order given; `known` as of `IdentityCheck`. */
  readonly mark: (
    texts: readonly string[],
    known: readonly string[],
  ) => readonly (readonly IdentityMark[])[];
}
