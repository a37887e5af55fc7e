import { useCallback, useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { coverPage, uncoverPage } from "./coverPage.ts";
import type { Lock } from "./createLock.ts";

/**
 * Locking by a person's own press: words that this device could not keep are told once before they
 * go; pressing again locks whatever there is. `question` stands somewhere on the page.
 */
export function useLockNow(lock: Lock) {
  const [isAsking, setAsking] = useState(false);
  const lockNow = useCallback(async () => {
    if (isAsking) return lock.lock();
    coverPage();
    if (await lock.saveAll()) return lock.lock();
    uncoverPage();
    setAsking(true);
  }, [lock, isAsking]);
  const question = (
    <Dialog
      title={m.notebook_leave_title()}
      isOpen={isAsking}
      onClose={() => setAsking(false)}
      actions={
        <>
          <Button variant="danger" onPress={() => void lock.lock()}>
            {m.shell_lock_without()}
          </Button>
          <Button variant="main" data-autofocus onPress={() => setAsking(false)}>
            {m.shell_stay()}
          </Button>
        </>
      }
    >
      <p>{m.shell_lock_unkept()}</p>
    </Dialog>
  );
  return { lockNow, question };
}
