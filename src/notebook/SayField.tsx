import { Send } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { LookBeforeSaying } from "./identityCheck/LookBeforeSaying.tsx";
import { readFailureText } from "./readFailureText.ts";
import { useUnsentWords } from "./useUnsentWords.ts";
import type { Workspace } from "./Workspace.ts";
import "./SayField.css";

/**
 * A field to say something to a team. What is written survives a lock and a closed tab until it is said.
 * It leaves with one press; only where it may identify someone, that is shown first.
 */
export function SayField({
  workspace,
  field,
  label,
  description,
  action,
  longest,
  known,
  autoFocus = false,
  beginsWith = "",
  onSay,
}: {
  readonly workspace: Workspace;
  /** Tells the words of this field from those of others. */
  readonly field: string;
  readonly label: string;
  readonly description?: string;
  readonly action: string;
  /** Characters; one line only. Without it, as much as one likes. */
  readonly longest?: number;
  /** What those who will read it are called. */
  readonly known: readonly string[];
  /** It was asked for just now. */
  readonly autoFocus?: boolean;
  /** What stands there to be worded anew, where nothing was written yet; kept once it is changed. */
  readonly beginsWith?: string;
  readonly onSay: (text: string) => Promise<Result<unknown, ReadFailure>>;
}) {
  const { text: written, change, failure, sent } = useUnsentWords(workspace, field);
  const [isTouched, setTouched] = useState(false);
  const text = written === "" && !isTouched ? beginsWith : written;
  const [refused, setRefused] = useState<ReadFailure | null>(null);
  const problem = refused ?? failure;
  const words = text.trim();
  const [looking, setLooking] = useState<string | null>(null);
  const isSaying = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  /** One saying at a time: a second press on the same words says them once. */
  const once = async (act: () => Promise<void>) => {
    if (isSaying.current) return;
    isSaying.current = true;
    try {
      await act();
    } finally {
      isSaying.current = false;
    }
  };
  const say = async (leaving: string) => {
    const said = await onSay(leaving);
    setRefused(said.ok ? null : said.error);
    if (!said.ok) return;
    setLooking(null);
    setTouched(true);
    await sent();
    announce(m.notebook_said());
    // What was pressed has gone, or does nothing without words.
    form.current?.querySelector<HTMLElement>("textarea, input")?.focus();
  };
  const press = async () => {
    if (words === "") return;
    const found = await workspace.identity.check([words], known);
    const count = found.ok ? found.value.flat().length : 0;
    if (count === 0) return say(words);
    setLooking(words);
    announce(m.identity_found({ count }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void once(press);
  };
  return (
    <form ref={form} className="say" onSubmit={submit}>
      <TextField
        label={label}
        description={description}
        isMultiline={longest === undefined}
        maxLength={longest}
        voice="own"
        autoFocus={autoFocus}
        value={text}
        onChange={(next) => {
          // Its thread starts with the first letter, so that the press need not wait for it.
          if (written === "") void workspace.identity.check([]);
          setTouched(true);
          change(next);
        }}
      />
      {problem !== null && <Notice tone="danger">{readFailureText(problem)}</Notice>}
      {words !== "" && looking === words ? (
        <LookBeforeSaying
          workspace={workspace}
          label={label}
          text={words}
          known={known}
          action={action}
          onSay={(leaving) => void once(() => say(leaving))}
        />
      ) : (
        <Button type="submit" icon={Send} isDisabled={words === ""}>
          {action}
        </Button>
      )}
    </form>
  );
}
