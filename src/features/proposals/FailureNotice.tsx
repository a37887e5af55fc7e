import { Download, RefreshCw } from "lucide-react";
import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { failureText } from "./failureText.ts";

/** Says that words could not be stored: what is safe first, then what failed, then the ways out. */
export function FailureNotice({
  failure,
  onTryAgain,
  onSaveFile,
}: {
  readonly failure: ReadFailure;
  readonly onTryAgain: () => void;
  readonly onSaveFile: () => void;
}) {
  return (
    <Notice
      tone="danger"
      actions={
        <>
          <Button icon={RefreshCw} onPress={onTryAgain}>
            {m.proposals_try_again()}
          </Button>
          <Button icon={Download} onPress={onSaveFile}>
            {m.proposals_export_file()}
          </Button>
        </>
      }
    >
      {failureText(failure)}
    </Notice>
  );
}
