import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { Invitation } from "#core/space/Inviting.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { TwelveWords } from "#notebook/keys/TwelveWords.tsx";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { QrCode } from "#ui/QrCode.tsx";
import { TextField } from "#ui/TextField.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";
import { useInvitations } from "./useInvitations.ts";

const words = {
  team: {
    title: m.team_invitation_title,
    says: m.team_invitation_says,
    qr: m.team_qr_label,
    link: m.team_link,
  },
  own: {
    title: m.team_link_device,
    says: m.team_device_invitation_says,
    qr: m.team_device_qr_label,
    link: m.team_device_link,
  },
} as const;

/** How one's other device takes it up: with a camera, or without. */
const ways = [
  { isInWords: false, label: m.team_device_as_qr },
  { isInWords: true, label: m.team_device_as_words },
] as const;

/**
 * A fresh invitation to photograph or to send; shown once, because its link lets in. It goes as soon as
 * somebody has answered it, for they wait with their six words on the page below.
 */
export function InvitationDialog({
  workspace,
  space,
  invitation,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}) {
  const [showsWords, setShowsWords] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const isAnswered = useInvitations(workspace, space).some(
    ({ id, answer }) => id === invitation.id && answer !== null,
  );
  // For good: once somebody was let in, nothing tells of their invitation any more.
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (isAnswered) setOver(true);
  }, [isAnswered]);
  const says = words[space.kind];
  const until = momentText.dayAndTime(invitation.expiresAt);
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
      isOpen={!isAnswered && !isOver}
      title={says.title()}
      onClose={onClose}
      actions={
        <Button variant="main" icon={Copy} onPress={() => void copy()}>
          {m.team_copy_link()}
        </Button>
      }
    >
      {invitation.words && (
        <ChipRow role="group" aria-label={m.team_device_shown_as()}>
          {ways.map(({ isInWords, label }) => (
            <ToggleChip
              key={label()}
              isSelected={showsWords === isInWords}
              onChange={() => setShowsWords(isInWords)}
            >
              {label()}
            </ToggleChip>
          ))}
        </ChipRow>
      )}
      {invitation.words && showsWords ? (
        <>
          <p>{m.team_device_code_says({ until })}</p>
          <TwelveWords label={m.team_device_code()} words={invitation.words} />
        </>
      ) : (
        <>
          <p>{says.says({ until })}</p>
          <QrCode text={invitation.link} label={says.qr()} />
        </>
      )}
      <TextField
        label={says.link()}
        value={invitation.link}
        onChange={() => {}}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status">{copied}</p>
    </Dialog>
  );
}
