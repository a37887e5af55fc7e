import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { FieldFrame } from "./FieldFrame.tsx";

/** A labelled native choice of one among a few: the device's own picker on a tablet or phone. */
export function SelectField<Id extends string>({
  label,
  isLabelHidden,
  description,
  items,
  value,
  onChange,
}: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  readonly items: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}) {
  return (
    <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description}>
      {(ties) => (
        <div className="field__select">
          <select
            {...ties}
            className="field__box field__box--select"
            autoComplete="off"
            value={value}
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
      )}
    </FieldFrame>
  );
}
