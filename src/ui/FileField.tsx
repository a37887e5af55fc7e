import { CircleAlert } from "lucide-react";
import { useId } from "react";
import "./FileField.css";

/** A labelled native field for one file. */
export function FileField({
  label,
  hint,
  error = null,
  onChoose,
}: {
  readonly label: string;
  readonly hint: string;
  /** What is wrong and what can be done. */
  readonly error?: string | null;
  readonly onChoose: (file: File | null) => void;
}) {
  const id = useId();
  return (
    <div className="file-field">
      <label className="file-field__label" htmlFor={id}>
        {label}
      </label>
      <p className="file-field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        className="file-field__input"
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error !== null || undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <p className="file-field__error" id={`${id}-error`} aria-live="polite">
        {error !== null && (
          <>
            <CircleAlert size={20} strokeWidth={1.75} aria-hidden /> {error}
          </>
        )}
      </p>
    </div>
  );
}
