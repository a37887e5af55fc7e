import type { Result } from "#base/Result.ts";
import type { SharedId, SpaceId } from "./identifiers.ts";
import type { Answer } from "./ReceivedRecord.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";

/** What comes into a space by voice boxes: voices from outside, and unnamed answers. */
export interface VoiceBoxes {
  /** Says unnamed how often it comes back; answering again replaces what was said. */
  readonly answer: (
    space: SpaceId,
    ask: SharedId,
    says: Answer["says"],
  ) => Promise<Result<null, SpaceFailure>>;
  /** What this device answered to an ask, which only it can tell; null: nothing yet. */
  readonly ownAnswer: (space: SpaceId, ask: SharedId) => Promise<Answer["says"] | null>;
  /**
   * Tells the server what the page of a voice box says now, or that it is closed, where this journal
   * is a facilitator's. Where the server cannot be reached it is told later by itself.
   */
  readonly publishVoiceBox: (space: SpaceId, box: SharedId) => Promise<Result<null, SpaceFailure>>;
  /** The link of a voice box, for a poster or a message: `/voice#v1.…`. Publishes its page. */
  readonly voiceLink: (space: SpaceId, box: SharedId) => Promise<Result<string, SpaceFailure>>;
  /** Fresh keys for a new voice box record. */
  readonly voiceKeys: () => Promise<{ readonly publicKey: string; readonly secretKey: string }>;
}
