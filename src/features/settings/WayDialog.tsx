import { useState } from "react";
import type { UnlockFailure } from "#core/journal/Door.ts";
import type { NewWay } from "#core/journal/WaysToUnlock.ts";
import * as m from "#messages";
import { makePasskey } from "#notebook/keys/passkey.ts";
import { passkeyFailureText } from "#notebook/keys/passkeyFailureText.ts";
import { isSharedDevice } from "#notebook/sharedDevice.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { notify } from "#ui/toasts.ts";
import { ProofFields } from "./ProofFields.tsx";
import { useProof } from "./useProof.ts";

/** A way to be added, or the slot of one to be removed. */
export type WayChange =
  | { readonly type: "passkey" }
  | { readonly type: "device" }
  | { readonly type: "remove"; readonly slot: string };

const texts = {
  passkey: {
    title: m.settings_way_add_passkey,
    about: m.settings_way_passkey_about,
    done: m.settings_way_added,
  },
  device: {
    title: m.settings_way_add_device,
    about: m.settings_way_device_about,
    done: m.settings_way_added,
  },
  remove: {
    title: m.settings_way_remove_title,
    about: m.settings_way_remove_about,
    done: m.settings_way_removed,
  },
} as const;

/** Adds or removes a way to open the journal without typing, against the passphrase or the recovery code. */
export function WayDialog({
  workspace,
  change,
  onChanged,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly change: WayChange;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const proof = useProof();
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { vault, random, clock } = workspace;
  const text = texts[change.type];

  const wayFor = async (): Promise<NewWay | null> => {
    if (change.type === "device") return isSharedDevice() ? null : { type: "device" };
    const made = await makePasskey(random, m.common_app_name());
    if (made.ok) return made.value;
    setProblem(passkeyFailureText(made.error));
    return null;
  };
  const add = async () => {
    const way = await wayFor();
    if (way === null) return null;
    const added = await vault.addWay(proof.proof(), way);
    if (way.type === "passkey") way.secret.fill(0);
    return added;
  };
  const make = async () => {
    setWorking(true);
    setProblem(null);
    setFailure(null);
    const done =
      change.type === "remove" ? await vault.removeWay(proof.proof(), change.slot) : await add();
    setWorking(false);
    if (done === null) return;
    if (!done.ok) {
      setFailure(done.error);
      return;
    }
    notify({ text: text.done() });
    onChanged();
    onClose();
  };
  return (
    <Dialog title={text.title()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking && !proof.isEmpty) void make();
        }}
      >
        <p>{text.about()}</p>
        {change.type === "device" && (
          <Notice tone="danger">{m.settings_way_device_warning()}</Notice>
        )}
        <ProofFields proof={proof} failure={failure} now={clock.now()} autoFocus />
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <div className="settings__form-actions">
          <Button variant="main" type="submit" isPending={isWorking}>
            {isWorking ? m.settings_working() : text.title()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
