import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import * as m from "#messages";
import { Button } from "./Button.tsx";
import "./Field.css";

/** A passphrase: hidden unless shown, pasting and password managers welcome. */
export function PassphraseField({
  label,
  description,
  error,
  value,
  onChange,
  purpose,
  autoFocus = false,
}: {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | null | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What a password manager is told: that it is to fill one in, or to remember a new one. */
  readonly purpose: "current-password" | "new-password";
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {description && (
        <div className="field__description" id={`${id}-description`}>
          {description}
        </div>
      )}
      <div className="field__with-button">
        <input
          id={id}
          className="field__box"
          type={isShown ? "text" : "password"}
          // A shown passphrase is a text like any other, which the browser would write to disk to restore the tab.
          autoComplete={isShown ? "off" : purpose}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the one field of its step
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-description ${id}-error`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button
          variant="quiet"
          aria-label={isShown ? m.common_hide_passphrase() : m.common_show_passphrase()}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? m.common_hide() : m.common_show()}
        </Button>
      </div>
      <div id={`${id}-error`} aria-live="polite">
        {error && (
          <span className="field__error">
            <CircleAlert size={22} aria-hidden />
            {error}
          </span>
        )}
      </div>
    </div>
  );
}
