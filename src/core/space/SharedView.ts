import type { MemberId, SharedId, SpaceId } from "./identifiers.ts";
import type { Answer, Voice } from "./ReceivedRecord.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import type { Ask, Comment, SpaceFacts, Thanks, VoiceBox } from "./SharedRecord.ts";

/** So many answers are needed before any is shown: with fewer, people could be told by their answer. */
export const fewestAnswers = 5;

/** What came of an ask. */
export type AskResult =
  | { readonly type: "tooFew" }
  | { readonly type: "counted"; readonly counts: Readonly<Record<Answer["says"], number>> };

/** An ask with what came of it. */
export interface AskLine {
  readonly ask: Ask;
  readonly result: AskResult;
}

/** Everything of one space that is not deleted; lists newest first, comments oldest first. */
export interface SharedView {
  readonly space: SpaceId;
  readonly facts: SpaceFacts | null;
  /** What members are called, those who left included. */
  readonly names: ReadonlyMap<MemberId, string>;
  readonly proposals: readonly SharedProposal[];
  readonly comments: readonly Comment[];
  readonly thanks: readonly Thanks[];
  readonly asks: readonly AskLine[];
  readonly voiceBoxes: readonly VoiceBox[];
  readonly voices: readonly Voice[];
}

/** The id under which a member's name is kept. */
export const nameIdOf = (member: MemberId): SharedId => member as string as SharedId;
/** The id under which what a space is called is kept. */
export const factsIdOf = (space: SpaceId): SharedId => space as string as SharedId;
