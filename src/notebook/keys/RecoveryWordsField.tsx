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
          <p>{m.common_recovery_words_hint()}</p>
          <p>{m.common_recovery_words_counted({ count: recoveryWordsFrom(value).length })}</p>
        </>
      }
      error={error}
      value={value}
      onChange={onChange}
      isMultiline
      autoFocus={autoFocus}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
