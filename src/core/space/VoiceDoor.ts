import type { Result } from "#base/Result.ts";

/** Why a voice cannot be left. The words are still on screen. */
export type VoiceFailure =
  /** Not a whole link: cut off, or mistyped. */
  | { readonly type: "NotAVoiceLink" }
  /** The team takes no more voices here. */
  | { readonly type: "BoxGone" }
  | { readonly type: "TooLong" }
  /** Too many voices from this address, or waiting for the team: try again later. */
  | { readonly type: "TooMany" }
  | { readonly type: "Offline" };

/**
 * The plain page on which a patient, carer or community member leaves a voice: no journal, no
 * account. What is written is sealed here to the key in the link, which the server never sees.
 */
export interface VoiceDoor {
  /** What the team asks, empty where it asks nothing in particular. */
  readonly open: (link: string) => Promise<Result<{ readonly question: string }, VoiceFailure>>;
  /** `name`: what the writer wants to be called; empty for unnamed. */
  readonly send: (
    link: string,
    voice: { readonly text: string; readonly name: string },
  ) => Promise<Result<null, VoiceFailure>>;
}
