import type { IdentityCheck } from "#core/identity/IdentityCheck.ts";

/** What a person decided about one mark. What is not decided leaves as it was written. */
export type Decision =
  | { readonly type: "accepted" }
  | { readonly type: "edited"; readonly words: string }
  | { readonly type: "kept" };

/** Decisions by the key of their mark. */
export type Decisions = ReadonlyMap<string, Decision>;

// In memory only, until the journal locks: the same words are not asked about twice.
const remembered = new WeakMap<IdentityCheck, Decisions>();

/** What was decided so far in this opened journal. */
export const rememberedDecisions = (identity: IdentityCheck): Decisions =>
  remembered.get(identity) ?? new Map();

/** Remembers decisions until the journal locks. */
export function rememberDecisions(identity: IdentityCheck, decisions: Decisions): void {
  remembered.set(identity, decisions);
}
