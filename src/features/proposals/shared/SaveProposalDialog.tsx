import { Download, Lock } from "lucide-react";
import { useState } from "react";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { TwelveWords } from "#notebook/keys/TwelveWords.tsx";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import { SharedOutline } from "#notebook/space/SharedOutline.tsx";
import { useSharedReview } from "#notebook/space/useSharedReview.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

/** Whoever reads it is outside the team, and knows none of its names. */
const namesOutside: readonly string[] = [];

/**
 * A sealed copy for somebody outside the team: what in it may identify someone, exactly what will be
 * read, and only then the file and the twelve words that open it, shown once.
 */
export function SaveProposalDialog({
  workspace,
  shared,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly shared: SharedProposal;
  readonly onClose: () => void;
}) {
  // As it stood when it was looked at: what others write meanwhile was not.
  const [seen] = useState(shared);
  const { review, copy } = useSharedReview(workspace, seen, namesOutside);
  const { leave, question } = useBeforeLeaving(review);
  const [made, setMade] = useState<Awaited<
    ReturnType<Workspace["spaces"]["exportProposal"]>
  > | null>(null);
  const [isSealing, setSealing] = useState(false);
  const seal = async () => {
    setSealing(true);
    setMade(await workspace.spaces.exportProposal(copy));
    setSealing(false);
  };
  const file = made?.ok ? made.value : null;
  return (
    <Dialog
      isOpen
      title={m.sharing_file_title()}
      onClose={onClose}
      actions={
        file ? (
          <Button
            variant="main"
            icon={Download}
            onPress={() => saveSpaceFile("proposal", file.file, workspace.clock.now())}
          >
            {m.sharing_file_save()}
          </Button>
        ) : (
          <Button
            variant="main"
            icon={Lock}
            isPending={isSealing || review.state === "checking"}
            onPress={() => leave(() => void seal())}
          >
            {m.sharing_file_make()}
          </Button>
        )
      }
    >
      {file ? (
        <>
          <p role="status">{m.sharing_file_says()}</p>
          <TwelveWords label={m.sharing_file_words()} words={file.words} />
        </>
      ) : (
        <>
          <IdentityReviewView review={review} />
          <h3>{m.sharing_step_preview()}</h3>
          <p>{m.sharing_file_seen_by()}</p>
          <SharedOutline shared={copy} />
          {made?.ok === false && <p role="alert">{m.sharing_file_failed()}</p>}
          {question}
        </>
      )}
    </Dialog>
  );
}
