import { useId } from "react";
import "./Choice.css";

/** A native group of radio buttons: one choice among a few that are all worth seeing. */
export function RadioField<Id extends string>({
  label,
  items,
  value,
  onChange,
}: {
  readonly label: string;
  readonly items: readonly {
    readonly id: Id;
    readonly label: string;
    readonly description?: string;
  }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{label}</legend>
      {items.map((item) => (
        <label className="choice" key={item.id}>
          <input
            type="radio"
            className="choice__box"
            name={name}
            value={item.id}
            checked={item.id === value}
            aria-labelledby={`${name}-${item.id}`}
            aria-describedby={item.description ? `${name}-${item.id}-description` : undefined}
            onChange={() => onChange(item.id)}
          />
          <span id={`${name}-${item.id}`}>{item.label}</span>
          {item.description && (
            <span className="choice__description" id={`${name}-${item.id}-description`}>
              {item.description}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
