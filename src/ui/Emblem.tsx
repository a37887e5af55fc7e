import * as m from "#messages";
import { type EmblemLook, emblemColours, emblemSymbols } from "./emblems.ts";
import "./Emblem.css";

/** The classes that give any element an emblem's ground and ink. */
export const emblemClass = (look: EmblemLook): string => `emblem emblem--${look.colour}`;

/** What stands on an emblem: its picture and its word; the colour's word too where pictures repeat. */
export function EmblemFace({
  look,
  showColour = false,
}: {
  readonly look: EmblemLook;
  readonly showColour?: boolean;
}) {
  const { icon: Icon, name } = emblemSymbols[look.symbol];
  return (
    <>
      <Icon size={38} strokeWidth={1.6} aria-hidden />
      <span>
        {name()}
        {showColour && (
          <span className="emblem__colour">
            {m.common_emblem_colour_after({ colour: emblemColours[look.colour]() })}
          </span>
        )}
      </span>
    </>
  );
}

/** An emblem to look at. */
export function Emblem({ look }: { readonly look: EmblemLook }) {
  return (
    <div className={emblemClass(look)}>
      <EmblemFace look={look} />
    </div>
  );
}
