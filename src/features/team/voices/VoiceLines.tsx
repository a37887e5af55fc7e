import { Link } from "react-router";
import type { Space } from "#core/space/Space.ts";
import type { VoiceStanding } from "#core/space/voices.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { voiceWho } from "./voiceWho.ts";

/** So much of a voice stands in a list. */
const shownLength = 280;

const beginning = (text: string): string =>
  text.length <= shownLength ? text : `${Array.from(text).slice(0, shownLength).join("")}…`;

/** Voices as a list: how each begins, whose it is as far as they said, and what came of it. */
export function VoiceLines({
  space,
  standings,
  now,
}: {
  readonly space: Space;
  readonly standings: readonly VoiceStanding[];
  /** Milliseconds since 1970. */
  readonly now: number;
}) {
  return (
    <ul className="space-proposals">
      {standings.map(({ voice, proposals, thanks }) => (
        <li key={voice.id}>
          <Link className="space-proposal" to={`/team/${space.id}/voices/${voice.id}`}>
            <span className="own-words voice-words">{beginning(voice.text)}</span>
            <span className="space-proposal__when">
              {m.voices_who({
                who: voiceWho(voice),
                day: momentText.dayNear(voice.createdAt, now),
              })}
            </span>
            {proposals.length > 0 && (
              <span className="space-proposal__when">
                {m.voices_linked_to({ count: proposals.length })}
              </span>
            )}
            {thanks.length > 0 && (
              <span className="space-proposal__when">{m.voices_thanked()}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
