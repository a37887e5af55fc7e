import { useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import type { IdentityReview } from "./useIdentityReview.ts";

/**
 * Tells once, before words leave, that some of what may identify someone would leave as it stands:
 * choices are forgotten when the journal locks, and nobody should find that out afterwards. It warns
 * and never blocks. `question` stands somewhere on the page.
 */
export function useBeforeLeaving(review: IdentityReview) {
  const [waiting, setWaiting] = useState<{ readonly act: () => void } | null>(null);
  const close = () => setWaiting(null);
  const leave = (act: () => void) => {
    if (review.open === 0) act();
    else setWaiting({ act });
  };
  const question = (
    <Dialog
      title={m.identity_leaving_title({ count: review.open })}
      isOpen={waiting !== null}
      onClose={close}
      actions={
        <>
          <Button
            onPress={() => {
              close();
              waiting?.act();
            }}
          >
            {m.identity_leaving_go()}
          </Button>
          <Button variant="main" data-autofocus onPress={close}>
            {m.identity_leaving_look()}
          </Button>
        </>
      }
    >
      <p>{m.identity_leaving()}</p>
    </Dialog>
  );
  return { leave, question };
}
