import { useEffect, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door, UnlockFailure } from "#core/journal/Door.ts";
import type { StillSealing } from "#core/journal/SealingAnew.ts";
import type { HeldUnlocking, WaysToUnlock } from "#core/journal/WaysToUnlock.ts";
import * as m from "#messages";
import { NoteRecoveryWords } from "#notebook/keys/NoteRecoveryWords.tsx";
import { askPasskey } from "#notebook/keys/passkey.ts";
import { unlockFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { PassphraseField } from "#ui/PassphraseField.tsx";

type PasskeySecret = Extract<HeldUnlocking, { type: "passkey" }>;

/** A new journal key after a leak, with a new recovery code; then everything locks, and the next unlock seals all rows anew. */
export function SealAnewDialog({
  workspace,
  door,
  journalId,
  isOlderKeyLost,
  onSealed,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly journalId: JournalId;
  /** What stands under the older key is given up with this. */
  readonly isOlderKeyLost: boolean;
  /** The journal has its new key: lock it. */
  readonly onSealed: () => void;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState<readonly string[]>([]);
  const [passkeys, setPasskeys] = useState<WaysToUnlock["passkeys"]>([]);
  const [step, setStep] = useState<"about" | "words" | "agree">("about");
  const [typed, setTyped] = useState("");
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<UnlockFailure | StillSealing | null>(null);
  const { vault, random, clock } = workspace;
  useEffect(() => {
    void door.recoveryWords().then(setWords);
    void door.ways(journalId).then((ways) => {
      if (ways.ok) setPasskeys(ways.value.passkeys);
    });
  }, [door, journalId]);

  /** The secrets of those passkeys that the person confirms. */
  const confirmed = async (): Promise<readonly PasskeySecret[]> => {
    const given: PasskeySecret[] = [];
    for (const passkey of passkeys) {
      const asked = await askPasskey([passkey], random);
      if (asked.ok && asked.value.type === "passkey") given.push(asked.value);
    }
    return given;
  };
  const seal = async () => {
    setWorking(true);
    setFailure(null);
    const sealed = await vault.sealAnew(typed, words, await confirmed());
    if (sealed.ok) {
      onSealed();
      return;
    }
    setWorking(false);
    setFailure(sealed.error);
  };
  return (
    <Dialog title={m.settings_seal_anew()} isOpen onClose={onClose}>
      {step === "about" && (
        <>
          {isOlderKeyLost && <p>{m.settings_seal_anew_gives_up()}</p>}
          <p>{m.settings_seal_anew_what()}</p>
          <p>{m.settings_seal_anew_backups()}</p>
          <p>{m.settings_seal_anew_passphrase()}</p>
          {passkeys.length > 0 && (
            <p>{m.settings_seal_anew_passkeys({ count: passkeys.length })}</p>
          )}
          <Button variant="main" isDisabled={words.length === 0} onPress={() => setStep("words")}>
            {m.settings_seal_anew_show_code()}
          </Button>
        </>
      )}
      {step === "words" && (
        <NoteRecoveryWords words={words} random={random} onRight={() => setStep("agree")} />
      )}
      {step === "agree" && (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWorking && typed !== "") void seal();
          }}
        >
          <p>{m.settings_seal_anew_agree()}</p>
          <PassphraseField
            label={m.settings_current_passphrase()}
            value={typed}
            onChange={setTyped}
            error={failure && failureText(failure, clock.now())}
            purpose="current-password"
            autoFocus
          />
          <div className="settings__form-actions">
            <Button variant="main" type="submit" isPending={isWorking}>
              {isWorking ? m.settings_working() : m.settings_seal_anew_action()}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const failureText = (failure: UnlockFailure | StillSealing, now: number): string =>
  failure.type === "StillSealing"
    ? m.settings_sealing_elsewhere()
    : unlockFailureText(failure, { now });
