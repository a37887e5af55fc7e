import type { IdentityReason } from "#core/identity/IdentityMark.ts";

/** A name that was read: the index of its last word, and why it is one. */
export interface Read {
  readonly last: number;
  readonly why: IdentityReason;
}
