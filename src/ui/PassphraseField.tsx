import { type ReactNode, useState } from "react";
import * as m from "#messages";
import { Button } from "./Button.tsx";
import { FieldFrame } from "./FieldFrame.tsx";

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
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame label={label} description={description} error={error ?? null}>
      {(ties) => (
        <div className="field__with-button">
          <input
            {...ties}
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
      )}
    </FieldFrame>
  );
}
