import { Download, RefreshCw } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalMarkdown } from "#core/proposal/proposalMarkdown.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { Safety } from "#notebook/recordSession.ts";
import { download } from "#notebook/saving/download.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { failureText } from "./failureText.ts";

/**
 * Where a proposal's words could not be stored: what is safe first, then what failed, then the ways
 * out. Nothing where they could.
 */
export function FailureNotice({
  safety,
  proposal,
  onTryAgain,
}: {
  readonly safety: Safety;
  readonly proposal: Proposal;
  readonly onTryAgain: () => void;
}) {
  if (safety.type !== "failed") return null;
  const save = () =>
    download(
      new File(
        [proposalMarkdown(proposal, { sources: false, words: proposalWords() })],
        "proposal.md",
        { type: "text/markdown;charset=utf-8" },
      ),
    );
  return (
    <Notice
      tone="danger"
      actions={
        <>
          <Button icon={RefreshCw} onPress={onTryAgain}>
            {m.proposals_try_again()}
          </Button>
          <Button icon={Download} onPress={save}>
            {m.proposals_export_file()}
          </Button>
        </>
      }
    >
      {failureText(safety.failure)}
    </Notice>
  );
}
