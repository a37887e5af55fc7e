import {
  Bird,
  Coffee,
  Compass,
  Feather,
  Flower2,
  KeyRound,
  Leaf,
  type LucideIcon,
  MoonStar,
  Mountain,
  Sailboat,
  Shell,
  Umbrella,
} from "lucide-react";
import * as m from "#messages";

/** The pictures an emblem can show, in the order they are offered. */
export const emblemSymbols = {
  feather: { icon: Feather, name: m.common_emblem_feather },
  coffee: { icon: Coffee, name: m.common_emblem_coffee },
  sailboat: { icon: Sailboat, name: m.common_emblem_sailboat },
  leaf: { icon: Leaf, name: m.common_emblem_leaf },
  "key-round": { icon: KeyRound, name: m.common_emblem_key_round },
  bird: { icon: Bird, name: m.common_emblem_bird },
  "moon-star": { icon: MoonStar, name: m.common_emblem_moon_star },
  mountain: { icon: Mountain, name: m.common_emblem_mountain },
  shell: { icon: Shell, name: m.common_emblem_shell },
  "flower-2": { icon: Flower2, name: m.common_emblem_flower_2 },
  umbrella: { icon: Umbrella, name: m.common_emblem_umbrella },
  compass: { icon: Compass, name: m.common_emblem_compass },
} as const satisfies Record<string, { readonly icon: LucideIcon; readonly name: () => string }>;
export type EmblemSymbol = keyof typeof emblemSymbols;

/** The colours an emblem can have, in the order they are offered. */
export const emblemColours = {
  teal: m.common_colour_teal,
  amber: m.common_colour_amber,
  lavender: m.common_colour_lavender,
  green: m.common_colour_green,
  rose: m.common_colour_rose,
  slate: m.common_colour_slate,
} as const satisfies Record<string, () => string>;
export type EmblemColour = keyof typeof emblemColours;

/** A picture in a colour: a way to know something again without a name. */
export interface EmblemLook {
  readonly symbol: EmblemSymbol;
  readonly colour: EmblemColour;
}

/** What an emblem is called, its colour included: "Feather, teal". */
export const emblemName = ({ symbol, colour }: EmblemLook): string =>
  m.common_emblem_with_colour({
    symbol: emblemSymbols[symbol].name(),
    colour: emblemColours[colour](),
  });
