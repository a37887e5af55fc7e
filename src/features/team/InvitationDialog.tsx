import { Copy } from "lucide-react";
import { useState } from "react";
import type { Invitation } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { QrCode } from "#ui/QrCode.tsx";
import { TextField } from "#ui/TextField.tsx";

/** A fresh invitation to photograph or to send; shown once, because its link lets in. */
export function InvitationDialog({
  invitation,
  says,
  onClose,
}: {
  readonly invitation: Invitation;
  /** What it is for, and until when. */
  readonly says: (until: string) => string;
  readonly onClose: () => void;
}) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invitation.link);
      setCopied(m.team_link_copied());
    } catch {
      setCopied(m.team_link_not_copied());
    }
  };
  return (
    <Dialog
      isOpen
      title={m.team_invitation_title()}
      onClose={onClose}
      actions={
        <Button variant="main" icon={Copy} onPress={() => void copy()}>
          {m.team_copy_link()}
        </Button>
      }
    >
      <p>{says(momentText.dayAndTime(invitation.expiresAt))}</p>
      <QrCode text={invitation.link} label={m.team_qr_label()} />
      <TextField
        label={m.team_link()}
        value={invitation.link}
        onChange={() => {}}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status">{copied}</p>
    </Dialog>
  );
}
