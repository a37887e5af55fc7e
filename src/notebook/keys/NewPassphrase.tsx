import { useEffect, useState } from "react";
import * as m from "#messages";
import { PassphraseField } from "#ui/PassphraseField.tsx";
import { passphraseStrength, type Strength } from "./passphraseStrength.ts";
import "./NewPassphrase.css";

/** The fewest characters a passphrase may have (domain.md section 5); more is never refused. */
const fewestCharacters = 6;

/** Whether a passphrase is long enough to be taken. */
export const isLongEnough = (passphrase: string): boolean =>
  [...passphrase].length >= fewestCharacters;

const words = [
  m.common_strength_0,
  m.common_strength_1,
  m.common_strength_2,
  m.common_strength_3,
  m.common_strength_4,
] as const;

function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    if (passphrase === "") {
      setStrength(null);
      return;
    }
    let isCurrent = true;
    // Without the word lists there is no hint, and nothing is lost: it never decides anything.
    passphraseStrength(passphrase).then(
      (next) => isCurrent && setStrength(next),
      () => isCurrent && setStrength(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [passphrase]);
  return (
    <div className="strength">
      <div className="strength__bars" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={`strength__bar ${strength !== null && strength >= bar ? "strength__bar--on" : ""}`}
          />
        ))}
      </div>
      <p className="strength__words" aria-live="polite">
        {strength !== null && words[strength]()}
      </p>
    </div>
  );
}

/** A new passphrase with a hint at how hard it is to guess. `isTried` shows what is wrong, once somebody went on. */
export function NewPassphrase({
  value,
  onChange,
  isTried,
  autoFocus = false,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isTried: boolean;
  readonly autoFocus?: boolean;
}) {
  return (
    <div>
      <PassphraseField
        label={m.common_new_passphrase()}
        description={m.common_passphrase_hint()}
        error={isTried && !isLongEnough(value) ? m.common_passphrase_short() : null}
        value={value}
        onChange={onChange}
        purpose="new-password"
        autoFocus={autoFocus}
      />
      <StrengthHint passphrase={value} />
    </div>
  );
}
