import { type Cover, coverColours, coverSymbols } from "#core/journal/Cover.ts";
import type { ShownJournal } from "#core/journal/Door.ts";

/** A cover to offer first: a symbol that no shown journal has, in a colour that is used least. */
export function firstFreeCover(shown: readonly ShownJournal[]): Cover {
  const uses = (colour: Cover["colour"]) =>
    shown.filter(({ cover }) => cover.colour === colour).length;
  const symbol = coverSymbols.find((one) => shown.every(({ cover }) => cover.symbol !== one));
  const colours = [...coverColours].sort((a, b) => uses(a) - uses(b));
  return { symbol: symbol ?? coverSymbols[0], colour: colours[0] ?? coverColours[0] };
}
