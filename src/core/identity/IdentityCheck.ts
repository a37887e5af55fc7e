import type { Result } from "#base/Result.ts";
import type { IdentityMark } from "./IdentityMark.ts";

/**
 * Looks for what may identify someone before words leave the journal. On the device, in a thread of its
 * own that starts when first asked; it keeps nothing of what it read, and never claims to be complete.
 */
export interface IdentityCheck {
  /**
   * The marks of each text, in the order given: sorted, apart, and with suggestions that are apart too.
   * Fails only if the check cannot run at all. `known`: names that all who will read the texts know;
   * they are not marked where somebody of that name is spoken to.
   */
  readonly check: (
    texts: readonly string[],
    known?: readonly string[],
  ) => Promise<Result<readonly (readonly IdentityMark[])[], "unavailable">>;
}
