import { Send } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Result } from "#base/Result.ts";
import type { VoiceFrom } from "#core/space/ReceivedRecord.ts";
import {
  longestVoice,
  longestVoiceName,
  type VoiceFailure,
  type VoiceInvitation,
  type WrittenVoice,
} from "#core/space/VoiceDoor.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { BeforeYouWrite } from "./BeforeYouWrite.tsx";
import { sendFailureText } from "./failureWords.ts";
import { teamName } from "./teamName.ts";

/** From here on it is said how much room is left. */
const nearlyFull = longestVoice - 2_000;

const sources = () =>
  [
    { id: "unsaid", label: m.voices_page_from_unsaid() },
    { id: "patient", label: m.voices_from_patient() },
    { id: "carer", label: m.voices_from_carer() },
    { id: "community", label: m.voices_from_community() },
  ] as const satisfies readonly { id: VoiceFrom | "unsaid"; label: string }[];

/** Browsers ask before they leave a page that holds words nobody has. */
function useAskBeforeLeaving(hasWords: boolean): void {
  useEffect(() => {
    if (!hasWords) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasWords]);
}

/** The one field, what to know before, and what the team said to others. */
export function WriteVoice({
  invitation,
  send,
  onSent,
}: {
  readonly invitation: VoiceInvitation;
  readonly send: (voice: WrittenVoice) => Promise<Result<null, VoiceFailure>>;
  readonly onSent: () => void;
}) {
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [from, setFrom] = useState<VoiceFrom | "unsaid">("unsaid");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const team = teamName(invitation);
  const over = text.length - longestVoice;
  useAskBeforeLeaving(text.trim() !== "");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    if (text.trim() === "") {
      setProblem(m.voices_page_nothing());
      field.current?.focus();
      return;
    }
    if (over > 0) {
      field.current?.focus();
      return;
    }
    setProblem(null);
    setSending(true);
    const sent = await send({
      text: text.trim(),
      name: name.trim(),
      from: from === "unsaid" ? null : from,
    });
    setSending(false);
    if (sent.ok) onSent();
    else setProblem(sendFailureText(sent.error));
  };
  return (
    <>
      <h1>
        {invitation.team.trim() === ""
          ? m.voices_page_title_unnamed()
          : m.voices_page_title({ team })}
      </h1>
      <BeforeYouWrite team={team} />
      {invitation.question !== "" && (
        <div className="voice-page__question">
          <p>{m.voices_page_asks()}</p>
          <p className="own-words">{invitation.question}</p>
        </div>
      )}
      <form className="voice-page__form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={m.voices_page_text()}
          description={m.voices_page_text_help()}
          error={over > 0 ? m.voices_page_over({ count: over }) : null}
          isMultiline
          voice="own"
          value={text}
          onChange={setText}
          fieldRef={(element) => {
            field.current = element;
          }}
        />
        {text.length > nearlyFull && over <= 0 && (
          <p role="status">{m.voices_page_room({ count: -over })}</p>
        )}
        <RadioField
          label={m.voices_page_from()}
          items={sources()}
          value={from}
          onChange={setFrom}
        />
        <TextField
          label={m.voices_page_your_name()}
          description={m.voices_page_your_name_help()}
          value={name}
          onChange={setName}
          maxLength={longestVoiceName}
        />
        <section className="voice-page__before" aria-labelledby="before-sending">
          <h2 id="before-sending">{m.voices_page_before_send()}</h2>
          <ul>
            <li>{m.voices_page_before_reply()}</li>
            <li>{m.voices_page_before_once()}</li>
          </ul>
        </section>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <Button type="submit" variant="main" icon={Send} isPending={isSending} isWide>
          {isSending ? m.voices_page_sending() : m.voices_page_send({ team })}
        </Button>
      </form>
      {invitation.thanks.length > 0 && (
        <section className="voice-page__thanks" aria-labelledby="thanks">
          <h2 id="thanks">{m.voices_page_thanks({ team })}</h2>
          <ul className="voice-page__said">
            {invitation.thanks.map((thanks) => (
              <li key={`${thanks.at} ${thanks.text}`}>
                <p className="own-words">{thanks.text}</p>
                <p className="voice-page__when">{momentText.day(thanks.at)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
