import { Download, RefreshCw } from "lucide-react";
import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";

const explained = (failure: ReadFailure): string => {
  switch (failure.type) {
    case "StorageFull":
      return m.proposals_failed_full();
    case "NewerVersion":
      return m.proposals_failed_newer();
    case "StorageRefused":
      return m.proposals_failed_refused({ name: failure.name });
    case "NotFound":
    case "Unreadable":
      return m.proposals_failed_unreadable();
  }
};

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
      {explained(failure)}
    </Notice>
  );
}
