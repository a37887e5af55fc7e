import { Fingerprint, Lock, Smartphone } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door, UnlockFailure, Unlocking } from "#core/journal/Door.ts";
import type { HeldUnlocking, WaysToUnlock } from "#core/journal/WaysToUnlock.ts";
import * as m from "#messages";
import { askPasskey, hasPasskeys } from "#notebook/keys/passkey.ts";
import { passkeyFailureText } from "#notebook/keys/passkeyFailureText.ts";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import { unlockFailureText } from "#notebook/keys/unlockFailureText.ts";
import { useSharedDevice } from "#notebook/sharedDevice.ts";
import { Button } from "#ui/Button.tsx";
import { Emblem } from "#ui/Emblem.tsx";
import { emblemName } from "#ui/emblems.ts";
import { Notice } from "#ui/Notice.tsx";
import { PassphraseField } from "#ui/PassphraseField.tsx";
import { LockedFrame } from "./LockedFrame.tsx";
import { usePause } from "./usePause.ts";

/** Opens one journal, by its passphrase or its recovery words. `cover` is null for a hidden one. */
export function UnlockJournal({
  door,
  clock,
  random,
  id,
  cover,
  onTrying,
  onOpened,
  onBack,
}: {
  readonly door: Door;
  readonly clock: Clock;
  readonly random: Random;
  readonly id: JournalId;
  readonly cover: Cover | null;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
  readonly onBack: () => void;
}) {
  const [way, setWay] = useState<"passphrase" | "recovery">("passphrase");
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const [isTrying, setTrying] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const pause = usePause(failure?.type === "Wait" ? failure.until : null, clock);
  const isPaused = pause > 0;
  const words = recoveryWordsFrom(typed);

  const isShared = useSharedDevice();
  const [ways, setWays] = useState<WaysToUnlock | null>(null);
  const [passkeyProblem, setPasskeyProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void door.ways(id).then((known) => {
      if (isCurrent && known.ok) setWays(known.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [door, id]);

  const unlockWith = async (how: Unlocking | HeldUnlocking) => {
    setTrying(true);
    setPasskeyProblem(null);
    onTrying();
    const opened = await door.unlock(id, how);
    if (opened.ok) {
      await onOpened(opened.value);
      return;
    }
    setTrying(false);
    setFailure(opened.error);
    // What was typed stays: shown, it may only need one letter changed.
    form.current?.querySelector<HTMLElement>("input:not([name='username']), textarea")?.focus();
  };
  const unlock = () =>
    unlockWith(
      way === "passphrase"
        ? { type: "passphrase", passphrase: typed }
        : { type: "recovery", words },
    );
  const openByPasskey = async (passkeys: WaysToUnlock["passkeys"]) => {
    const asked = await askPasskey(passkeys, random);
    if (asked.ok) await unlockWith(asked.value);
    else setPasskeyProblem(passkeyFailureText(asked.error));
  };

  const problem =
    failure === null || (failure.type === "Wait" && !isPaused)
      ? null
      : unlockFailureText(failure, { words, now: clock.now() });
  const isAtField = failure?.type === "WrongKey" || failure?.type === "NotARecoveryCode";
  const other = way === "passphrase" ? "recovery" : "passphrase";
  return (
    <LockedFrame
      title={m.locked_unlock_title()}
      above={
        <div className="locked__face">
          {cover ? (
            <Emblem look={cover} />
          ) : (
            <Lock className="locked__mark" size={44} strokeWidth={1.7} aria-hidden />
          )}
        </div>
      }
    >
      <form
        ref={form}
        className="locked__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTrying && !isPaused && typed !== "") void unlock();
        }}
      >
        {/* Tells a password manager which of this device's journals the passphrase is for. */}
        <input
          className="unseen"
          type="text"
          name="username"
          autoComplete="username"
          value={cover ? emblemName(cover) : m.locked_hidden_journal()}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        {way === "passphrase" ? (
          <PassphraseField
            label={m.common_passphrase()}
            value={typed}
            onChange={setTyped}
            error={isAtField ? problem : null}
            purpose="current-password"
            autoFocus
          />
        ) : (
          <RecoveryWordsField
            value={typed}
            onChange={setTyped}
            error={isAtField ? problem : null}
            autoFocus
          />
        )}
        {problem !== null && !isAtField && <Notice tone="danger">{problem}</Notice>}
        <Button
          variant="main"
          type="submit"
          isWide
          isPending={isTrying}
          isDisabled={isPaused}
          aria-live="polite"
        >
          {isTrying ? m.locked_unlocking() : m.locked_unlock()}
        </Button>
        {ways !== null && ways.passkeys.length > 0 && hasPasskeys() && (
          <Button
            variant="outline"
            icon={Fingerprint}
            isWide
            isPending={isTrying}
            isDisabled={isPaused}
            onPress={() => void openByPasskey(ways.passkeys)}
          >
            {m.locked_use_passkey()}
          </Button>
        )}
        {ways !== null && ways.device !== null && !isShared && (
          <Button
            variant="outline"
            icon={Smartphone}
            isWide
            isPending={isTrying}
            isDisabled={isPaused}
            onPress={() => void unlockWith({ type: "device" })}
          >
            {m.locked_use_device()}
          </Button>
        )}
        {passkeyProblem !== null && <Notice tone="danger">{passkeyProblem}</Notice>}
        <div className="locked__ways">
          <Button
            variant="quiet"
            onPress={() => {
              setWay(other);
              setTyped("");
              setFailure(failure?.type === "Wait" ? failure : null);
            }}
          >
            {way === "passphrase" ? m.locked_use_recovery() : m.locked_use_passphrase()}
          </Button>
          <Button variant="quiet" onPress={onBack}>
            {m.locked_other_journal()}
          </Button>
        </div>
      </form>
    </LockedFrame>
  );
}
