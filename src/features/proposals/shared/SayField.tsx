import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { failureText } from "../failureText.ts";

/** A field to say something to the team. What is written stays in it until it is kept. */
export function SayField({
  label,
  description,
  action,
  onSay,
}: {
  readonly label: string;
  readonly description?: string;
  readonly action: string;
  readonly onSay: (text: string) => Promise<Result<unknown, ReadFailure>>;
}) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const said = await onSay(text);
    setProblem(said.ok ? null : failureText(said.error));
    if (said.ok) setText("");
  };
  return (
    <form className="say" onSubmit={(event) => void say(event)}>
      <TextField
        label={label}
        description={description}
        isMultiline
        voice="own"
        value={text}
        onChange={setText}
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <Button type="submit" icon={Send} isDisabled={text.trim() === ""}>
        {action}
      </Button>
    </form>
  );
}
