import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { VoiceFrom } from "./ReceivedRecord.ts";

/** The most that is taken of a voice and of its writer's name, in UTF-16 units. */
export const longestVoice = 20_000;
export const longestVoiceName = 200;

/** Why a voice cannot be left. The words are still on screen. */
export type VoiceFailure =
  /** Not a whole link: cut off, or mistyped. */
  | { readonly type: "NotAVoiceLink" }
  /** Made by a newer version of the app than this page. */
  | { readonly type: "NewerLink" }
  /** The team takes no more voices here. */
  | { readonly type: "BoxGone" }
  | { readonly type: "TooLong" }
  /** Too many voices from this address, or waiting for the team: try again later. */
  | { readonly type: "TooMany" }
  /** The server cannot be reached, or could not keep it just now. */
  | { readonly type: "Offline" }
  /** This browser is too old to seal what is written. */
  | { readonly type: "CannotSeal" };

/** What the page of a voice link says, as the team wrote it. */
export interface VoiceInvitation {
  /** What the team calls itself. */
  readonly team: string;
  /** What it asks, empty where it asks nothing in particular. */
  readonly question: string;
  /** What it said in public to those who wrote before, newest first. */
  readonly thanks: readonly { readonly text: string; readonly at: Instant }[];
}

/** What somebody leaves. */
export interface WrittenVoice {
  readonly text: string;
  /** What the writer wants to be called; empty for unnamed. */
  readonly name: string;
  readonly from: VoiceFrom | null;
}

/**
 * The plain page on which a patient, carer or community member leaves a voice: no journal, no
 * account. What is written is sealed here to the key in the link, which the server never sees.
 */
export interface VoiceDoor {
  /** What the team says to those who open the link; only who made the link can have said it. */
  readonly open: (link: string) => Promise<Result<VoiceInvitation, VoiceFailure>>;
  /** Success only once the server has it on disk. The same voice sent again counts once. */
  readonly send: (link: string, voice: WrittenVoice) => Promise<Result<null, VoiceFailure>>;
}
