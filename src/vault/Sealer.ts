import type { Result } from "#base/Result.ts";

/** What a sealed row is. Sealed bytes open only as the very kind and id that they were sealed as. */
type SealedKind =
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
  readonly seal: (kind: SealedKind, id: string, plain: Uint8Array) => Promise<Uint8Array>;
  readonly open: (
    kind: SealedKind,
    id: string,
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array, unknown>>;
}
