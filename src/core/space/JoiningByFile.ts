import type { Result } from "#base/Result.ts";
import type { SpaceId } from "./identifiers.ts";
import type { SpaceKind } from "./Space.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";
import type { SpaceFileFailure } from "./SpaceFiles.ts";

/** Inviting, asking to join and letting in by file. */
export interface JoiningByFile {
  /** An invitation as a file, for a space without a server. It lets in one person, and is as secret as a link. */
  readonly inviteByFile: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** Reads an invitation file whole, without taking it up: what one would join, or why this journal does not. */
  readonly readInvitation: (
    file: Uint8Array,
  ) => Promise<Result<{ readonly kind: SpaceKind }, SpaceFileFailure>>;
  /** Takes up an invitation file, to what the person `agreed` to join: the space is in `list`, as `joining`, until a file of it says that this journal was admitted. */
  readonly joinByFile: (
    file: Uint8Array,
    agreed: SpaceKind,
    myName: string,
  ) => Promise<Result<SpaceId, SpaceFileFailure>>;
  /** The answer that a facilitator has to bring in before they can admit, for a space that is `joining`. */
  readonly answerFile: (space: SpaceId) => Promise<Result<Uint8Array, SpaceFailure>>;
  /** Takes in an answer: it then waits among `invitations`. */
  readonly takeAnswer: (file: Uint8Array) => Promise<Result<SpaceId, SpaceFileFailure>>;
}
