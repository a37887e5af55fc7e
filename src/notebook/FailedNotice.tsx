import { ClipboardCopy, Download, RefreshCw } from "lucide-react";
import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { notify } from "#ui/toasts.ts";
import { readFailureText } from "./readFailureText.ts";
import { download } from "./saving/download.ts";

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify({ text: m.notebook_copied() });
  } catch {
    notify({ text: m.notebook_not_copied() });
  }
}

const saveAsFile = (words: string): void =>
  download(new File([words], "headroom.md", { type: "text/markdown" }));

/** Says that words could not be stored: what is safe, what failed, and the ways out. */
export function FailedNotice({
  failure,
  words,
  onTryAgain,
  onKeepAsNew,
}: {
  readonly failure: ReadFailure;
  /** What is on screen, made when it is taken out. */
  readonly words: () => string;
  readonly onTryAgain: () => void;
  readonly onKeepAsNew: () => void;
}) {
  const isGone = failure.type === "NotFound" || failure.type === "Unreadable";
  return (
    <Notice
      tone="danger"
      actions={
        <>
          {isGone ? (
            <Button onPress={onKeepAsNew}>{m.notebook_keep_as_new()}</Button>
          ) : (
            <Button icon={RefreshCw} onPress={onTryAgain}>
              {m.notebook_try_again()}
            </Button>
          )}
          <Button icon={ClipboardCopy} onPress={() => void copy(words())}>
            {m.notebook_copy_words()}
          </Button>
          <Button icon={Download} onPress={() => saveAsFile(words())}>
            {m.notebook_save_file()}
          </Button>
        </>
      }
    >
      {readFailureText(failure)}
    </Notice>
  );
}
