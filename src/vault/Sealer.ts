import type { Result } from "#base/Result.ts";

/** What a sealed row is. Sealed bytes open only as the very kind and id that they were sealed as. */
export type SealedKind =
  | "document"
  | "view"
  | "version"
  | "draft"
  | "derived"
  | "cover"
  | "backup"
  | "space";

/** Seals and opens one journal's rows: the key, as the vault sees it. Made by `KeyRing`. */
export interface Sealer {
  /** Which of the journal's keys it seals with; a new key takes the next number. */
  readonly epoch: number;
  /** Whether it opens what stands under the key before, too: so while the journal is sealed anew. */
  readonly opensOlder: boolean;
  readonly seal: (kind: SealedKind, id: string, plain: Uint8Array) => Promise<Uint8Array>;
  readonly open: (
    kind: SealedKind,
    id: string,
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array, unknown>>;
  /** The same sealed anew; null where it is already under the key that is sealed with now. */
  readonly renew: (
    kind: SealedKind,
    id: string,
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array | null, unknown>>;
}
