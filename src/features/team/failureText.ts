import type { JoinFailure } from "#core/space/Joining.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import { refusalText } from "#notebook/space/refusalText.ts";

/** Why something about a team, or devices of one's own, did not happen, in words that say what is safe. */
export function spaceFailureText(failure: SpaceFailure, kind: SpaceKind = "team"): string {
  switch (failure.type) {
    case "NoSuchSpace":
      return kind === "own" ? m.team_device_failed_gone() : m.team_failed_gone();
    case "NotFacilitator":
      return m.team_failed_not_facilitator();
    case "LastFacilitator":
      return m.team_failed_last_facilitator();
    case "Offline":
      return m.team_failed_offline();
    case "TooMany":
      return m.team_failed_too_many();
    case "NoAnswerBox":
      return m.team_failed_no_answer_box();
    case "Refused":
      return refusalText(failure.why, kind);
    case "AlreadyOwn":
      return m.team_failed_already_own();
    case "AlreadyAsked":
      return m.team_failed_already_asked();
    default:
      return storageFailureText(failure);
  }
}

/** What is wrong with words that were typed as twelve that open something; null: nothing that can be told from them. */
function notTwelveWordsText({
  count,
  unknown,
}: {
  readonly count: number;
  readonly unknown: readonly number[];
}): string | null {
  if (count !== 12) return m.team_not_twelve_words({ count });
  const places = new Intl.ListFormat(m.notebook_locale());
  return unknown.length === 0
    ? null
    : m.team_unknown_words({ places: places.format(unknown.map((place) => String(place + 1))) });
}

/** Why an invitation does not let in, and what to do. */
export function joinFailureText(failure: JoinFailure, kind: SpaceKind): string {
  switch (failure.type) {
    case "NotAnInvitation":
      return m.team_join_not_an_invitation();
    case "MistypedCode":
      return notTwelveWordsText(failure) ?? m.team_join_mistyped();
    case "NewerInvitation":
      return m.team_join_newer();
    case "InvitationGone":
      return m.team_join_gone();
    case "AlreadyMember":
      return m.team_join_already();
    case "AlreadyOwn":
      return m.team_failed_already_own();
    case "AlreadyAsked":
      return m.team_failed_already_asked();
    case "OtherKind":
      return m.team_join_other_kind();
    case "Offline":
      return m.team_failed_offline();
    case "TooMany":
      return m.team_failed_too_many();
    case "Refused":
      return refusalText(failure.why, kind);
    default:
      return storageFailureText(failure);
  }
}

/** Why a file is not taken in: nothing of it was, and nothing here has changed. */
export function spaceFileFailureText(failure: SpaceFileFailure): string {
  switch (failure.type) {
    case "NotASpaceFile":
      return m.team_file_not_ours();
    case "NewerFile":
      return m.team_file_newer();
    case "Damaged":
      return m.team_file_damaged();
    case "NotTwelveWords":
      return notTwelveWordsText(failure) ?? m.team_file_wrong_words();
    case "WrongWords":
      return m.team_file_wrong_words();
    case "NotMember":
      return m.team_file_not_member();
    case "Removed":
      return m.team_file_removed();
    case "NotAdmitted":
      return m.team_file_not_admitted();
    case "ByFormer":
      return m.team_file_by_former();
    case "Forked":
      return m.team_file_forked();
    case "InvitationGone":
      return m.team_file_invitation_gone();
    case "AnsweredTwice":
      return m.team_file_answered_twice();
    case "AlreadyMember":
      return m.team_join_already();
    case "AlreadyOwn":
      return m.team_failed_already_own();
    case "AlreadyAsked":
      return m.team_failed_already_asked();
    case "OtherKind":
      return m.team_join_other_kind();
    default:
      return storageFailureText(failure);
  }
}
