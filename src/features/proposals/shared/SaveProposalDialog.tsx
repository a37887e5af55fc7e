import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import type { SharedId } from "#core/space/identifiers.ts";
import * as m from "#messages";
import { TwelveWords } from "#notebook/keys/TwelveWords.tsx";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

/** A sealed copy for somebody outside the team, and the twelve words that open it, shown once. */
export function SaveProposalDialog({
  workspace,
  proposal,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly proposal: SharedId;
  readonly onClose: () => void;
}) {
  const [made, setMade] = useState<Awaited<
    ReturnType<Workspace["spaces"]["exportProposal"]>
  > | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void workspace.spaces.exportProposal(proposal).then((file) => {
      if (isCurrent) setMade(file);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspace, proposal]);
  const file = made?.ok ? made.value : null;
  return (
    <Dialog
      isOpen
      title={m.sharing_file_title()}
      onClose={onClose}
      actions={
        file && (
          <Button
            variant="main"
            icon={Download}
            onPress={() => saveSpaceFile("proposal", file.file, workspace.clock.now())}
          >
            {m.sharing_file_save()}
          </Button>
        )
      }
    >
      <p>{m.sharing_file_says()}</p>
      {made?.ok === false && <p role="alert">{m.sharing_file_failed()}</p>}
      {file && <TwelveWords label={m.sharing_file_words()} words={file.words} />}
    </Dialog>
  );
}
