import { useEffect, useRef } from "react";
import type { VoiceInvitation } from "#core/space/VoiceDoor.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { teamName } from "./teamName.ts";

/** Shown only once the server has the voice on disk. */
export function SentVoice({
  invitation,
  onAnother,
}: {
  readonly invitation: VoiceInvitation;
  readonly onAnother: () => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  // The field that had the focus is gone; reading goes on at what took its place.
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {m.voices_page_sent_title()}
      </h1>
      <p>{m.voices_page_sent({ team: teamName(invitation) })}</p>
      <Button onPress={onAnother}>{m.voices_page_another()}</Button>
    </>
  );
}
