import { ClipboardX, Copy, Download, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import * as m from "#messages";
import { download } from "#notebook/saving/download.ts";
import { Button } from "#ui/Button.tsx";
import { TwelveWords } from "./TwelveWords.tsx";
import "./RecoveryWords.css";

function saveAsText(words: readonly string[]): void {
  const lines = words.map((word, index) => `${index + 1}. ${word}`);
  const text = `${m.common_recovery_file_intro()}\n\n${lines.join("\n")}\n`;
  download(new File([text], m.common_recovery_file_name(), { type: "text/plain" }));
}

/** The twelve words, to be written down, printed, copied or saved, with what to be careful about. */
export function RecoveryWords({ words }: { readonly words: readonly string[] }) {
  const [copied, setCopied] = useState("");
  const [isOnClipboard, setOnClipboard] = useState(false);
  useEffect(() => {
    if (!isOnClipboard) return;
    // They stay on the clipboard for as long as they are on screen; where the browser refuses, the button was there.
    return () => void navigator.clipboard.writeText("").catch(() => undefined);
  }, [isOnClipboard]);
  const copy = () =>
    navigator.clipboard.writeText(words.join(" ")).then(
      () => {
        setCopied(m.common_copied());
        setOnClipboard(true);
      },
      () => setCopied(m.common_copy_refused()),
    );
  const clear = () =>
    navigator.clipboard.writeText("").then(
      () => {
        setCopied(m.common_clipboard_cleared());
        setOnClipboard(false);
      },
      () => setCopied(m.common_clipboard_not_cleared()),
    );
  return (
    <div className="recovery">
      <p>{m.common_recovery_shown_once()}</p>
      <TwelveWords label={m.common_recovery_list()} words={words} />
      <div className="recovery__actions">
        <Button variant="outline" icon={Printer} onPress={() => window.print()}>
          {m.common_print()}
        </Button>
        <Button variant="outline" icon={Copy} onPress={copy}>
          {m.common_copy()}
        </Button>
        <Button variant="outline" icon={Download} onPress={() => saveAsText(words)}>
          {m.common_save_as_text()}
        </Button>
      </div>
      <p role="status">{copied}</p>
      {isOnClipboard && (
        <Button variant="outline" icon={ClipboardX} onPress={clear}>
          {m.common_clipboard_clear()}
        </Button>
      )}
      <p className="recovery__care">{m.common_recovery_care()}</p>
    </div>
  );
}
