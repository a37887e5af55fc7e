import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { readFailureText } from "./readFailureText.ts";
import { useUnsentWords } from "./useUnsentWords.ts";
import type { Workspace } from "./Workspace.ts";
import "./SayField.css";

/** A field to say something to a team. What is written survives a lock and a closed tab until it is said. */
export function SayField({
  workspace,
  field,
  label,
  description,
  action,
  longest,
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
  readonly onSay: (text: string) => Promise<Result<unknown, ReadFailure>>;
}) {
  const { text, change, failure, sent } = useUnsentWords(workspace, field);
  const [refused, setRefused] = useState<ReadFailure | null>(null);
  const problem = refused ?? failure;
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const said = await onSay(text.trim());
    setRefused(said.ok ? null : said.error);
    if (said.ok) await sent();
  };
  return (
    <form className="say" onSubmit={(event) => void say(event)}>
      <TextField
        label={label}
        description={description}
        isMultiline={longest === undefined}
        maxLength={longest}
        voice="own"
        value={text}
        onChange={change}
      />
      {problem !== null && <Notice tone="danger">{readFailureText(problem)}</Notice>}
      <Button type="submit" icon={Send} isDisabled={text.trim() === ""}>
        {action}
      </Button>
    </form>
  );
}
