import { useEffect, useState } from "react";
import { useBlocker } from "react-router";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import type { ProposalSession } from "./proposalSession.ts";

/** Lets nobody leave with words on screen that are not kept: it keeps them first, and asks where that fails. */
export function LeaveGuard({ session }: { readonly session: ProposalSession }) {
  const blocker = useBlocker(() => session.state().safety.type !== "kept");
  const isBlocked = blocker.state === "blocked";
  const [isAsking, setAsking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time someone wants to leave
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    let isStopped = false;
    void session.flush().then((isKept) => {
      if (isStopped) return;
      if (isKept) blocker.proceed();
      else setAsking(true);
    });
    return () => {
      isStopped = true;
      setAsking(false);
    };
  }, [isBlocked, session]);
  return (
    <Dialog
      isOpen={isBlocked && isAsking}
      title={m.proposals_leave_title()}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            {m.proposals_leave_go()}
          </Button>
          <Button variant="main" onPress={() => blocker.reset?.()}>
            {m.proposals_leave_stay()}
          </Button>
        </>
      }
    >
      <p>{m.proposals_leave()}</p>
    </Dialog>
  );
}
