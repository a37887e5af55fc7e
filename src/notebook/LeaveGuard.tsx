import { useEffect, useState } from "react";
import { useBlocker } from "react-router";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

/**
 * Lets nobody leave for another place with words on screen that are not kept: it saves them first,
 * and asks where that fails. `save` resolves to whether nothing is left unsaved. One at a time.
 */
export function LeaveGuard({
  isSaved,
  save,
}: {
  readonly isSaved: () => boolean;
  readonly save: () => Promise<boolean>;
}) {
  const blocker = useBlocker(() => !isSaved());
  const isBlocked = blocker.state === "blocked";
  const [isAsking, setAsking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time someone wants to leave
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    let isStopped = false;
    void save().then((isKept) => {
      if (isStopped) return;
      if (isKept) blocker.proceed();
      else setAsking(true);
    });
    return () => {
      isStopped = true;
      setAsking(false);
    };
  }, [isBlocked]);
  return (
    <Dialog
      isOpen={isBlocked && isAsking}
      title={m.notebook_leave_title()}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            {m.notebook_leave_go()}
          </Button>
          <Button variant="main" onPress={() => blocker.reset?.()}>
            {m.notebook_leave_stay()}
          </Button>
        </>
      }
    >
      <p>{m.notebook_leave()}</p>
    </Dialog>
  );
}
