import { useEffect, useState } from "react";
import type { Clock } from "#base/Clock.ts";
import * as m from "#messages";
import { isSharedDevice } from "#notebook/sharedDevice.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import type { Lock } from "./createLock.ts";
import type { TabLine } from "./TabNews.ts";
import { watchPresence } from "./watchPresence.ts";

function SecondsLeft({ lockAt, clock }: { readonly lockAt: number; readonly clock: Clock }) {
  const secondsLeft = () => Math.max(0, Math.ceil((lockAt - clock.now()) / 1000));
  const [seconds, setSeconds] = useState(secondsLeft);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsLeft()), 1000);
    return () => clearInterval(timer);
  });
  return <p role="timer">{m.shell_locks_in({ count: seconds })}</p>;
}

/** Where the device is held in the hand, another app in front means that this one is not being read. */
const isHeldInHand = () => window.matchMedia("(pointer: coarse)").matches;

/**
 * Locks an open journal that nobody is at, after asking; any touch or key stays. What this device
 * could not keep is told with the question, and lost if nobody answers: whoever picks the tablet up
 * next must not find the journal open.
 */
export function LockGuard({
  lock,
  tabs,
  clock,
  idleMinutes,
}: {
  readonly lock: Lock;
  readonly tabs: TabLine;
  readonly clock: Clock;
  readonly idleMinutes: number;
}) {
  const [lockAt, setLockAt] = useState<number | null>(null);
  const isWarning = lockAt !== null;
  const [isSaved, setSaved] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isWarning) return;
    let isOver = false;
    void lock.saveAll().then((saved) => {
      if (!isOver) setSaved(saved);
    });
    return () => {
      isOver = true;
      setSaved(null);
    };
  }, [lock, isWarning]);
  useEffect(
    () =>
      watchPresence({
        clock,
        tabs,
        idleMilliseconds: idleMinutes * 60_000,
        coversOnBlur: () => isSharedDevice() || isHeldInHand(),
        decide: (decision) => {
          setLockAt(decision.type === "warn" ? decision.lockAt : null);
          if (decision.type === "lock") void lock.lock();
        },
      }),
    [lock, tabs, clock, idleMinutes],
  );
  const stay = () => setLockAt(null);
  return (
    <Dialog
      title={m.shell_still_there()}
      isOpen={isWarning}
      onClose={stay}
      mustChoose
      actions={
        <>
          <Button variant="quiet" onPress={() => void lock.lock()}>
            {m.shell_lock_now()}
          </Button>
          <Button variant="main" data-autofocus onPress={stay}>
            {m.shell_stay()}
          </Button>
        </>
      }
    >
      {lockAt !== null && <SecondsLeft lockAt={lockAt} clock={clock} />}
      <p>{m.shell_still_there_hint()}</p>
      {isSaved !== null && <p>{isSaved ? m.shell_all_saved() : m.shell_not_all_saved()}</p>}
    </Dialog>
  );
}
