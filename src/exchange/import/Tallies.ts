import type { Place, Tally } from "#core/exchange/Importing.ts";

/** How many places of one kind are named; the rest are counted. */
const placesNamed = 20;

/** Counts why things were skipped or changed, and remembers the first places of each. */
export class Tallies<Reason extends string> {
  readonly #byReason = new Map<Reason, { count: number; places: Place[] }>();

  add(reason: Reason, place: Place): void {
    const tally = this.#byReason.get(reason) ?? { count: 0, places: [] };
    tally.count += 1;
    if (tally.places.length < placesNamed) tally.places.push(place);
    this.#byReason.set(reason, tally);
  }

  /** The most frequent first. */
  list(): readonly Tally<Reason>[] {
    return [...this.#byReason]
      .map(([reason, { count, places }]) => ({ reason, count, places: [...places] }))
      .sort((a, b) => b.count - a.count);
  }
}
