import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { HostileStage } from "./HostileStage.ts";

/** What came of an attack. */
export interface Outcome {
  /** The attack did what it was for: what was false was taken in, or what was true was lost. */
  readonly accepted: boolean;
  /** What Ben's exchanges failed with and what Ben was told, by type. */
  readonly seen: ReadonlySet<string>;
}

/** One way in which a server lies to Ben's device. */
export interface Attack {
  readonly name: string;
  /** The rules of `src/sync/SPEC.md` that defend. */
  readonly rules: string;
  /** One of these must be seen; none where it harms nobody and nothing has to be told. */
  readonly told: readonly string[];
  readonly play: (stage: HostileStage) => Promise<Outcome>;
  /** The check taken out for the control: then it must be accepted. */
  readonly weaken?: (crypto: SpaceCrypto) => SpaceCrypto;
}

/** Cryptography that finds every signature right. */
export const believesSignatures = (crypto: SpaceCrypto): SpaceCrypto => ({
  ...crypto,
  verify: async () => true,
});
