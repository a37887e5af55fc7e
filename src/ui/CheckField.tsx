import { type ReactNode, useId } from "react";
import "./Choice.css";

/** A native tick box with its words, the whole line a target. */
export function CheckField({
  children,
  description,
  isSelected,
  onChange,
  isDisabled = false,
}: {
  readonly children: ReactNode;
  readonly description?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}) {
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        className="choice__box"
        checked={isSelected}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? `${id}-description` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span id={`${id}-label`}>{children}</span>
      {description && (
        <span className="choice__description" id={`${id}-description`}>
          {description}
        </span>
      )}
    </label>
  );
}
