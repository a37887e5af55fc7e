import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import {
  type EmblemColour,
  type EmblemLook,
  type EmblemSymbol,
  emblemColours,
  emblemSymbols,
} from "./emblems.ts";
import "./Emblem.css";
import "./EmblemPicker.css";

const symbols = Object.keys(emblemSymbols) as readonly EmblemSymbol[];
const colours = Object.keys(emblemColours) as readonly EmblemColour[];

function One({
  name,
  isChosen,
  onChoose,
  look = "",
  children,
}: {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly look?: string;
  readonly children: ReactNode;
}) {
  return (
    <label className={`emblem-picker__one ${look}`}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      {isChosen && <Check className="emblem-picker__tick" size={20} strokeWidth={3} aria-hidden />}
      {children}
    </label>
  );
}

/** Two native radio groups: a picture and a colour. */
export function EmblemPicker({
  symbolLabel,
  colourLabel,
  value,
  onChange,
}: {
  readonly symbolLabel: string;
  readonly colourLabel: string;
  readonly value: EmblemLook;
  readonly onChange: (look: EmblemLook) => void;
}) {
  const name = useId();
  return (
    <div className="emblem-picker">
      <fieldset>
        <legend className="emblem-picker__legend">{symbolLabel}</legend>
        <div className="emblem-picker__grid">
          {symbols.map((symbol) => {
            const { icon: Icon, name: word } = emblemSymbols[symbol];
            return (
              <One
                key={symbol}
                name={`${name}-symbol`}
                isChosen={symbol === value.symbol}
                onChoose={() => onChange({ ...value, symbol })}
              >
                <Icon size={28} strokeWidth={1.6} aria-hidden />
                {word()}
              </One>
            );
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend className="emblem-picker__legend">{colourLabel}</legend>
        <div className="emblem-picker__grid emblem-picker__grid--colours">
          {colours.map((colour) => (
            <One
              key={colour}
              name={`${name}-colour`}
              isChosen={colour === value.colour}
              onChoose={() => onChange({ ...value, colour })}
              look={`emblem--${colour} emblem-picker__one--coloured`}
            >
              {emblemColours[colour]()}
            </One>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
