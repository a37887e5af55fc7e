import type { VoiceFailure } from "#core/space/VoiceDoor.ts";
import * as m from "#messages";

/** Why the page cannot open: a title, what to do, and whether trying again may help. */
export interface OpenFailureWords {
  readonly title: string;
  readonly says: string;
  readonly mayTryAgain: boolean;
}

/** Why a link does not lead to the field. */
export function openFailureWords(failure: VoiceFailure): OpenFailureWords {
  const words = (title: string, says: string, mayTryAgain = false) => ({
    title,
    says,
    mayTryAgain,
  });
  switch (failure.type) {
    case "NotAVoiceLink":
      return words(m.voices_failed_not_a_link_title(), m.voices_failed_not_a_link());
    case "NewerLink":
      return words(m.voices_failed_newer_title(), m.voices_failed_newer());
    case "BoxGone":
      return words(m.voices_failed_gone_title(), m.voices_failed_gone());
    case "CannotSeal":
      return words(m.voices_failed_browser_title(), m.voices_failed_browser());
    case "TooMany":
      return words(m.voices_failed_too_many_title(), m.voices_failed_too_many_open(), true);
    case "TooLong":
    case "Offline":
      return words(m.voices_failed_offline_title(), m.voices_failed_offline_open(), true);
  }
}

/** Why what was written has not been sent: first that it is still there. */
export function sendFailureText(failure: VoiceFailure): string {
  switch (failure.type) {
    case "NotAVoiceLink":
    case "NewerLink":
    case "BoxGone":
      return m.voices_failed_gone_words();
    case "TooLong":
      return m.voices_failed_too_long();
    case "TooMany":
      return m.voices_failed_too_many();
    case "CannotSeal":
      return m.voices_failed_browser();
    case "Offline":
      return m.voices_failed_offline();
  }
}
