import { ChevronDown } from "lucide-react";
import { useId } from "react";
import "./Field.css";

/** A labelled native choice of one among a few: the device's own picker on a tablet or phone. */
export function SelectField<Id extends string>({
  label,
  isLabelHidden = false,
  description,
  items,
  value,
  onChange,
}: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string;
  readonly items: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className={isLabelHidden ? "unseen" : "field__label"} htmlFor={id}>
        {label}
      </label>
      {description && (
        <div className="field__description" id={`${id}-description`}>
          {description}
        </div>
      )}
      <div className="field__select">
        <select
          id={id}
          className="field__box field__box--select"
          autoComplete="off"
          value={value}
          aria-describedby={description ? `${id}-description` : undefined}
          onChange={(event) => {
            const chosen = items.find((item) => item.id === event.currentTarget.value);
            if (chosen) onChange(chosen.id);
          }}
        >
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.label}
            </option>
          ))}
        </select>
        <ChevronDown size={24} strokeWidth={1.75} aria-hidden />
      </div>
    </div>
  );
}
