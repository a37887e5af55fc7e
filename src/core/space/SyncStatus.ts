import type { Instant } from "#base/Clock.ts";

/**
 * What a person is told of a space's exchange with its server [L3]. Only `refused` and `told` ask
 * for attention; where all is well there is `level`.
 */
export interface SyncStatus {
  readonly exchange: /** This space has no server: everything is kept here, and travels by file. */
    | { readonly type: "byFile" }
    /** All that is here has been sent, and all that was sent has been received. */
    | { readonly type: "level"; readonly at: Instant }
    | { readonly type: "moving"; readonly toSend: number }
    /** The server cannot be reached. It is tried again by itself, at the latest at `nextTry`. */
    | {
        readonly type: "waiting";
        readonly since: Instant;
        readonly toSend: number;
        readonly nextTry: Instant;
      }
    | { readonly type: "refused"; readonly why: Refusal; readonly toSend: number };
  /** Words changed here that the server has not acknowledged. They are safe on this device. */
  readonly toSend: number;
  /** Whether news arrives at once (WebSocket), a little later (long poll) or in half a minute. */
  readonly live: "socket" | "longPoll" | "polling" | "off";
  /** What was noticed that should not be; oldest first, told once each. */
  readonly told: readonly Told[];
}

/** Why a server takes nothing, and so what to do. */
export type Refusal =
  | { readonly type: "NotMember" }
  /** The space's share of the server is used up. */
  | { readonly type: "Quota" }
  | { readonly type: "TooBig" }
  /** This version of the app is too old for the server, or the server for it. */
  | { readonly type: "OtherVersion" }
  | { readonly type: "Closed" }
  /** The server answers with something that is not its protocol: a proxy's page, a wrong address. */
  | { readonly type: "NotAServer" }
  /** What went before can only be read once more devices have signed that it is whole. */
  | { readonly type: "NotConfirmedYet" }
  /** What the server has was put together by a later version of the app. */
  | { readonly type: "NewerVersion" };

/** Something noticed while checking what arrived. None of it was let in but where it says so. */
export interface Told {
  readonly at: Instant;
  readonly what: /** The device's clock is this far from the server's; what is sent is signed with the server's time. */
    | { readonly type: "ClockOff"; readonly by: number }
    /** The list of members, or somebody's writing, was shown to us in two versions. */
    | { readonly type: "Forked" }
    /** Members were changed on a restored server that had forgotten an earlier change: a facilitator's device brings both together. */
    | { readonly type: "Parted" }
    /** Somebody who is a member no more had written what only this device was shown. It was let in, and everybody has it now. */
    | { readonly type: "BeyondLast" }
    /** A member's device sent two things under one number: one of them was let in. */
    | { readonly type: "Equivocated" }
    /** The server was restored from a backup; what it lost was sent again. */
    | { readonly type: "Restored" }
    /** The server kept back something that a colleague had sent. */
    | { readonly type: "Withheld" }
    /** This many pieces did not pass the checks and were set aside. */
    | { readonly type: "SetAside"; readonly count: number }
    /** Something was written by a later version of the app: it comes once this device is updated. */
    | { readonly type: "NewerVersion" }
    /** A member's summary of the space lacked or spoiled something that this device has; it was not used. */
    | { readonly type: "BadSnapshot" };
}
