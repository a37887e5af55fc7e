import type { Instant } from "#base/Clock.ts";
import type { MemberId, SharedId, SpaceId } from "./identifiers.ts";

/** Where somebody is in a space right now: never stored. */
export interface Presence {
  readonly member: MemberId;
  readonly record: SharedId;
  /** Which part they are writing, as `notebook` names it; null: only looking. */
  readonly part: string | null;
  readonly at: Instant;
}

/** Who is where in a space right now. */
export interface Presences {
  /** Says where this device is; null: nowhere any more. Forgotten after 30 seconds unless said again. */
  readonly here: (
    space: SpaceId,
    where: { readonly record: SharedId; readonly part: string | null } | null,
  ) => Promise<void>;
  readonly presence: (space: SpaceId) => Promise<readonly Presence[]>;
}
