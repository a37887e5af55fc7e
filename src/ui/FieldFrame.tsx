import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import "./Field.css";

/** What ties a control to the label, description and error around it. */
interface FieldTies {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** The parts of a field that are the same whatever its control is. */
export interface FieldWords {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place says it already. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
}

/** A label above a control, what helps to fill it in, and below it what is wrong; `children` draws the control. */
export function FieldFrame({
  label,
  isLabelHidden = false,
  description,
  error,
  note = null,
  className = "",
  children,
}: FieldWords & {
  /** What is wrong and what can be done; null while nothing is. Left out where nothing can be wrong. */
  readonly error?: string | null;
  /** Worth knowing, though nothing is wrong; null while there is nothing. */
  readonly note?: string | null;
  readonly className?: string;
  readonly children: (ties: FieldTies) => ReactNode;
}) {
  const id = useId();
  const describing = [
    description ? `${id}-description` : [],
    error === undefined ? [] : `${id}-error`,
  ].flat();
  return (
    <div className={`field ${className}`}>
      <label className={isLabelHidden ? "unseen" : "field__label"} htmlFor={id}>
        {label}
      </label>
      {description && (
        <div className="field__description" id={`${id}-description`}>
          {description}
        </div>
      )}
      {children({
        id,
        "aria-describedby": describing.length > 0 ? describing.join(" ") : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error !== undefined && (
        // There before anything is wrong, so that what is said then is heard.
        <div id={`${id}-error`} aria-live="polite">
          {error && (
            <span className="field__error">
              <CircleAlert size={22} aria-hidden />
              {error}
            </span>
          )}
          {note !== null && <span className="field__description">{note}</span>}
        </div>
      )}
    </div>
  );
}
