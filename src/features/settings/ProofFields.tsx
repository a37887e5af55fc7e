import type { UnlockFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { unlockFailureText } from "#notebook/keys/unlockFailureText.ts";
import { Button } from "#ui/Button.tsx";
import { PassphraseField } from "#ui/PassphraseField.tsx";
import type { ProofTyped } from "./useProof.ts";

/** Asks for the passphrase of this journal, or for its recovery words instead. */
export function ProofFields({
  proof,
  failure,
  now,
  autoFocus = false,
}: {
  readonly proof: ProofTyped;
  readonly failure: UnlockFailure | null;
  readonly now: number;
  readonly autoFocus?: boolean;
}) {
  const error = failure && unlockFailureText(failure, { words: proof.words, now });
  return (
    <div>
      {proof.way === "passphrase" ? (
        <PassphraseField
          label={m.settings_current_passphrase()}
          value={proof.typed}
          onChange={proof.type}
          error={error}
          purpose="current-password"
          autoFocus={autoFocus}
        />
      ) : (
        <RecoveryWordsField value={proof.typed} onChange={proof.type} error={error} autoFocus />
      )}
      <Button variant="quiet" onPress={proof.useOther}>
        {proof.way === "passphrase"
          ? m.settings_prove_by_recovery()
          : m.settings_prove_by_passphrase()}
      </Button>
    </div>
  );
}
