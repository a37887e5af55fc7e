import type { StorageFailure } from "#core/journal/Door.ts";
import type { Refusal } from "./SyncStatus.ts";

/** Why something about a space did not happen. Nothing is half done. */
export type SpaceFailure =
  | { readonly type: "NoSuchSpace" }
  /** Only a facilitator may. */
  | { readonly type: "NotFacilitator" }
  /** A space cannot be without a facilitator: give someone else the role first, or close it. */
  | { readonly type: "LastFacilitator" }
  /** The server cannot be reached: try again later. */
  | { readonly type: "Offline" }
  /** The server was asked too often from this device or address: try again in a minute. */
  | { readonly type: "TooMany" }
  /** The server takes no answers of this team yet: a facilitator's device has to tell it that it may. */
  | { readonly type: "NoAnswerBox" }
  | { readonly type: "Refused"; readonly why: Refusal }
  /** The journal is linked with other devices already: it has one space of its own. */
  | { readonly type: "AlreadyOwn" }
  /** The journal has asked to be linked with other devices, and waits to be let in. */
  | { readonly type: "AlreadyAsked" }
  | StorageFailure;
