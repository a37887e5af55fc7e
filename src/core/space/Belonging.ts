import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId, SpaceId } from "./identifiers.ts";
import type { Role } from "./Space.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";

/** Who belongs to a space, as what, and how that ends. */
export interface Belonging {
  readonly setRole: (
    space: SpaceId,
    member: MemberId,
    role: Role,
  ) => Promise<Result<null, SpaceFailure>>;
  /** Refused by the server at once; a new key for all others follows in the same step. */
  readonly remove: (space: SpaceId, member: MemberId) => Promise<Result<null, SpaceFailure>>;
  readonly leave: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;
  /** Closes the space for everybody and erases it from the server. Copies on devices stay. */
  readonly close: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;
  /** Which things somebody changed here of which this device does not know that the server has them. */
  readonly unsentChanges: (
    space: SpaceId,
  ) => Promise<Result<readonly JournalRecord["id"][], SpaceFailure>>;
  /** How many things that somebody wrote in a team reached nobody, also what they had not said yet. */
  readonly countLeft: (space: SpaceId) => Promise<Result<number, SpaceFailure>>;
  /**
   * Takes a space that is left, closed or removed, and all its records, off this device; what its person
   * wrote there that reached nobody is set aside first, sealed, to be offered for the journal.
   */
  readonly forget: (space: SpaceId) => Promise<Result<null, SpaceFailure>>;
}
