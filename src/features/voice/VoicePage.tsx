import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Result } from "#base/Result.ts";
import type { VoiceDoor, VoiceFailure, VoiceInvitation } from "#core/space/VoiceDoor.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { openFailureWords } from "./failureWords.ts";
import { SentVoice } from "./SentVoice.tsx";
import { WriteVoice } from "./WriteVoice.tsx";
import "./VoicePage.css";

function NotOpen({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <h1>{title}</h1>
      <p role="alert">{says}</p>
      {children}
    </>
  );
}

/**
 * `/voice`: where a patient, carer or community member tells a team what they noticed. No journal, no
 * account; `link` is what the page was opened with, in memory only, null where it had none.
 */
export function VoicePage({
  door,
  link,
  hasFailed,
}: {
  readonly door: VoiceDoor;
  readonly link: string | null;
  /** The thread that seals could not start or has stopped. */
  readonly hasFailed: boolean;
}) {
  const [opened, setOpened] = useState<Result<VoiceInvitation, VoiceFailure> | null>(null);
  const [isSent, setSent] = useState(false);
  const tries = useRef(0);
  const open = useCallback(async () => {
    if (link === null) return;
    tries.current += 1;
    const mine = tries.current;
    setOpened(null);
    const answer = await door.open(link);
    if (mine === tries.current) setOpened(answer);
  }, [door, link]);
  useEffect(() => {
    document.title = `${m.voices_page_name()} · ${m.common_app_name()}`;
    void open();
  }, [open]);

  const place = () => {
    if (link === null)
      return <NotOpen title={m.voices_page_no_link_title()} says={m.voices_page_no_link()} />;
    if (opened === null)
      return hasFailed ? (
        <NotOpen title={m.voices_failed_browser_title()} says={m.voices_failed_browser()} />
      ) : (
        <p role="status">{m.voices_page_opening()}</p>
      );
    if (!opened.ok) {
      const { title, says, mayTryAgain } = openFailureWords(opened.error);
      return (
        <NotOpen title={title} says={says}>
          {mayTryAgain && (
            <Button variant="main" onPress={() => void open()}>
              {m.voices_try_again()}
            </Button>
          )}
        </NotOpen>
      );
    }
    if (isSent) return <SentVoice invitation={opened.value} onAnother={() => setSent(false)} />;
    return (
      <>
        {hasFailed && <Notice tone="danger">{m.voices_failed_stopped()}</Notice>}
        <WriteVoice
          invitation={opened.value}
          send={(voice) => door.send(link, voice)}
          onSent={() => setSent(true)}
        />
      </>
    );
  };
  return <main className="voice-page">{place()}</main>;
}
