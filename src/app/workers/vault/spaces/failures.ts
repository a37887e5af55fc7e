import { err, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JoinFailure } from "#core/space/Joining.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import type { Refusal as ShownRefusal } from "#core/space/SyncStatus.ts";
import type { NothingToAdmit } from "#sync/admit.ts";
import type { CannotWrite } from "#sync/changeMembers.ts";
import type { ExchangeFailure } from "#sync/exchangeSpace.ts";
import type { CannotInvite } from "#sync/invitations.ts";
import type { BadLetter, OtherKind } from "#sync/joinSpace.ts";
import type { NotKept } from "#sync/ports/SpaceStore.ts";

const storageTypes = ["StorageFull", "NewerVersion", "StorageRefused"];
const isStorage = (cause: unknown): cause is StorageFailure =>
  typeof cause === "object" &&
  cause !== null &&
  "type" in cause &&
  typeof cause.type === "string" &&
  storageTypes.includes(cause.type);

/** What storage refused, as the person is told. */
export const storageFailureIn = ({ cause }: NotKept): StorageFailure =>
  isStorage(cause) ? cause : { type: "StorageRefused", name: "NotKept" };

/** What a server's refusal means to a person; null where trying again helps. */
export function shownRefusal(failure: ExchangeFailure): ShownRefusal | null {
  const plain = ["NotAServer", "NotConfirmedYet", "NewerVersion"] as const;
  for (const type of plain) if (failure.type === type) return { type };
  if (failure.type === "RowRefused") {
    if (failure.reason === "QUOTA") return { type: "Quota" };
    if (failure.reason === "TOO_BIG") return { type: "TooBig" };
    return failure.reason === "NOT_MEMBER" ? { type: "NotMember" } : null;
  }
  if (failure.type !== "Refused") return null;
  switch (failure.refusal.type) {
    case "NotMember":
      return { type: "NotMember" };
    case "Quota":
      return { type: "Quota" };
    case "TooBig":
      return { type: "TooBig" };
    case "OtherVersion":
      return { type: "OtherVersion" };
    case "Gone":
      return { type: "Closed" };
    default:
      return null;
  }
}

/** Why sync did not do something with a space. */
type SyncFailure = ExchangeFailure | CannotInvite | NothingToAdmit | CannotWrite;

/** What came of something that sync did, as the outcome of a method of `Spaces`. */
export const done = <T>(outcome: Result<T, SyncFailure>): Result<T, SpaceFailure> =>
  outcome.ok ? outcome : err(spaceFailure(outcome.error));

/** A failure of sync as the failure of a method of `Spaces`. */
export function spaceFailure(failure: SyncFailure): SpaceFailure {
  switch (failure.type) {
    case "NotKept":
      return storageFailureIn(failure);
    case "NotAllowed":
      return failure.why.type === "NoFacilitatorLeft"
        ? { type: "LastFacilitator" }
        : { type: "NotFacilitator" };
    case "NothingToAdmit":
      return { type: "NoSuchSpace" };
    case "CannotInvite":
      return { type: "Refused", why: { type: "NotAServer" } };
    case "CannotWrite":
      return { type: "Refused", why: { type: "NotMember" } };
    default: {
      const why = shownRefusal(failure);
      if (why !== null) return { type: "Refused", why };
      const refused = failure.type === "Refused" ? failure.refusal.type : null;
      return refused === "NotFacilitator" || refused === "TooMany"
        ? { type: refused }
        : { type: "Offline" };
    }
  }
}

/** A failure of sync as the failure of joining. */
export function joinFailure(failure: ExchangeFailure | BadLetter | OtherKind): JoinFailure {
  if (failure.type === "BadLetter") return { type: "NotAnInvitation" };
  if (failure.type === "OtherKind") return failure;
  if (failure.type === "Refused") {
    const gone = ["Used", "Expired", "NotFound", "Gone"].includes(failure.refusal.type);
    if (gone) return { type: "InvitationGone" };
  }
  const shown = spaceFailure(failure);
  return shown.type === "Refused" || shown.type === "Offline" || shown.type === "TooMany"
    ? shown
    : failure.type === "NotKept"
      ? storageFailureIn(failure)
      : { type: "Offline" };
}

/** A failure of sync as the failure of taking in a file. */
export function fileFailure(
  failure:
    | BadLetter
    | { readonly type: "BadFile" }
    | {
        readonly type: Exclude<
          SpaceFileFailure["type"],
          "AlreadyMember" | "NotTwelveWords" | "StorageRefused"
        >;
      }
    | NotKept,
): SpaceFileFailure {
  switch (failure.type) {
    case "NotKept":
      return storageFailureIn(failure);
    case "BadFile":
    case "BadLetter":
      return { type: "Damaged" };
    default:
      return { type: failure.type };
  }
}
