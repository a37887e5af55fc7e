import * as m from "#messages";
import { TextField } from "#ui/TextField.tsx";
import { recoveryWordsFrom } from "./recoveryWordsFrom.ts";

/** One roomy field for all twelve words, typed or pasted, which counts them along the way. */
export function RecoveryWordsField({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null | undefined;
  readonly autoFocus?: boolean;
}) {
  return (
    <TextField
      label={m.common_recovery_words_label()}
      description={
        <>
          {m.common_recovery_words_hint()}{" "}
          {m.common_recovery_words_counted({ count: recoveryWordsFrom(value).length })}
        </>
      }
      error={error}
      value={value}
      onChange={onChange}
      isMultiline
      autoFocus={autoFocus}
      autoCapitalize="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
