import type { Result } from "#base/Result.ts";
import type { SpaceId } from "./identifiers.ts";
import type { SpaceKind } from "./Space.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";

/** Making spaces, and what they and this journal are called in them. */
export interface Founding {
  /** Makes a space with this journal as its facilitator. `server` null: none yet. Works offline. */
  readonly make: (space: {
    readonly kind: SpaceKind;
    readonly name: string;
    readonly myName: string;
    readonly server: string | null;
  }) => Promise<Result<SpaceId, SpaceFailure>>;
  readonly rename: (space: SpaceId, name: string) => Promise<Result<null, SpaceFailure>>;
  /** What this journal is called in a space. */
  readonly nameMe: (space: SpaceId, name: string) => Promise<Result<null, SpaceFailure>>;
}
