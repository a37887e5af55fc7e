import { err, ok, type Result } from "#base/Result.ts";
import type { Malformed } from "./Replica.ts";

/** What bytes are that cannot be read. */
export const malformed = err({ type: "Malformed" } as const);

/** Hostile bytes make Yjs throw in many ways; each opens into a document of its own, thrown away when it fails. */
export function attempt<T>(work: () => T): Result<T, Malformed> {
  try {
    return ok(work());
  } catch {
    return malformed;
  }
}
