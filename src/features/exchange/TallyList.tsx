import type { Tally } from "#core/exchange/Importing.ts";
import * as m from "#messages";
import { placeText } from "./importWords.ts";

/** What was left out or changed, counted by reason, with the first places where it did. */
export function TallyList<Reason extends string>({
  title,
  tallies,
  words,
  level: Heading = "h3",
}: {
  readonly title: string;
  readonly tallies: readonly Tally<Reason>[];
  readonly words: (reason: Reason, count: number) => string;
  /** Below what it stands under. */
  readonly level?: "h2" | "h3";
}) {
  if (tallies.length === 0) return null;
  return (
    <section className="exchange__tallies">
      <Heading className="exchange__small">{title}</Heading>
      <ul>
        {tallies.map(({ reason, count, places }) => (
          <li key={reason}>
            {words(reason, count)}
            {places.length > 0 && (
              <details>
                <summary>{m.exchange_where()}</summary>
                <ul>
                  {places.map((place) => (
                    <li key={`${place.file} ${place.position}`}>{placeText(place)}</li>
                  ))}
                  {count > places.length && (
                    <li>{m.exchange_where_more({ count: count - places.length })}</li>
                  )}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
