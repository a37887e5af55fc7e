import { useId, useRef } from "react";
import { useGrowing } from "#ui/useGrowing.ts";
import "./WritingField.css";

interface WritingFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl or Cmd and Enter. */
  readonly onDone?: () => void;
  /** While the words are being kept they must not change under the person's fingers. */
  readonly isReadOnly?: boolean;
  readonly fieldRef?: (element: HTMLTextAreaElement | null) => void;
}

/** A field for a person's own words, without edges of its own, that grows with what is written. */
export function WritingField({
  label,
  isLabelHidden = false,
  description,
  placeholder,
  value,
  onChange,
  onDone,
  isReadOnly = false,
  fieldRef,
}: WritingFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  useGrowing(area, value, 0);
  return (
    <div className="writing">
      <label className={isLabelHidden ? "unseen" : "writing__label"} htmlFor={id}>
        {label}
      </label>
      {description && (
        <p className="writing__description" id={`${id}-description`}>
          {description}
        </p>
      )}
      <textarea
        id={id}
        ref={(element) => {
          area.current = element;
          fieldRef?.(element);
        }}
        className="writing__text"
        autoComplete="off"
        rows={isLabelHidden ? 2 : 1}
        placeholder={placeholder}
        aria-describedby={description ? `${id}-description` : undefined}
        value={value}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onDone?.();
        }}
      />
    </div>
  );
}
