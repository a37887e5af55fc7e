import type { Instant } from "#base/Clock.ts";
import type { MemberId, SpaceId } from "./identifiers.ts";
import type { SyncStatus } from "./SyncStatus.ts";

/** `own`: a person's devices, which share the journal itself. `team`: shares only what is shared with care. */
export type SpaceKind = "own" | "team";
export type Role = "facilitator" | "member";

export interface Member {
  readonly id: MemberId;
  readonly role: Role;
  /** As that member's own device says; empty until it has said. */
  readonly name: string;
  readonly isMe: boolean;
  readonly since: Instant;
}

/** A space that this journal is in, or is on its way into. */
export interface Space {
  readonly id: SpaceId;
  readonly kind: SpaceKind;
  /** Empty until it is known. */
  readonly name: string;
  /** The server's origin, or null: by file only. */
  readonly server: string | null;
  /**
   * `joining`: waits for a facilitator to admit; `words` are to be compared with them.
   * `removed` (`at`, by the facilitator's clock), `closed`: what had been received stays readable;
   * nothing new comes or goes. `otherKind`: it turned out to be a team where a device of one's own was
   * agreed to, or the other way round: nothing came or went. See `takesPart` for what a server says before members are known.
   */
  readonly state:
    | { readonly type: "open" }
    | { readonly type: "joining"; readonly words: readonly string[] }
    | { readonly type: "removed"; readonly at: Instant }
    | { readonly type: "left" }
    | { readonly type: "closed" }
    | { readonly type: "otherKind" };
  readonly me: MemberId;
  readonly members: readonly Member[];
  readonly status: SyncStatus;
}
