import type { Mark } from "#core/journal/Vault.ts";

/** What one tab's vault tells the others with the same journal open. */
export type SiblingNews =
  | { readonly type: "written"; readonly through: Mark }
  | { readonly type: "removed"; readonly ids: readonly string[]; readonly through: Mark };

/** The vaults of other tabs that have this journal open. */
export interface Siblings {
  readonly tell: (news: SiblingNews) => void;
  readonly hear: (listener: (news: SiblingNews) => void) => void;
  readonly close: () => void;
}
