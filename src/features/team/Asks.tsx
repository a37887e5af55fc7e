import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { newId } from "#base/newId.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Answer } from "#core/space/ReceivedRecord.ts";
import type { Ask } from "#core/space/SharedRecord.ts";
import type { AskLine, SharedView } from "#core/space/SharedView.ts";
import { fewestAnswers } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Spaces.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { spaceFailureText } from "./failureText.ts";

const says: readonly { readonly id: Answer["says"]; readonly label: () => string }[] = [
  { id: "often", label: m.team_ask_often },
  { id: "sometimes", label: m.team_ask_sometimes },
  { id: "never", label: m.team_ask_never },
];

/** One ask: answered unnamed, and shown only when there are enough answers to hide in. */
function OneAsk({
  workspace,
  space,
  line: { ask, result },
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly line: AskLine;
}) {
  const [said, setSaid] = useState<Answer["says"] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const answer = async (how: Answer["says"]) => {
    const done = await workspace.spaces.answer(space.id, ask.id, how);
    setProblem(done.ok ? null : spaceFailureText(done.error));
    if (done.ok) setSaid(how);
  };
  return (
    <li className="ask">
      <h3 className="own-words">{ask.words}</h3>
      {takesPart(space) && ask.isOpen && (
        <>
          <p>{m.team_ask_question()}</p>
          <ChipRow role="group" aria-label={m.team_ask_question()}>
            {says.map(({ id, label }) => (
              <Button
                key={id}
                aria-pressed={said === id}
                variant={said === id ? "main" : "outline"}
                onPress={() => void answer(id)}
              >
                {label()}
              </Button>
            ))}
          </ChipRow>
        </>
      )}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p className="space-proposal__when" role="status">
        {result.type === "tooFew"
          ? m.team_ask_too_few({ count: fewestAnswers })
          : m.team_ask_counts(result.counts)}
      </p>
    </li>
  );
}

/** "Does this keep coming back for you?": asked of the team, answered unnamed. */
export function Asks({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === "") return;
    const now = workspace.clock.now();
    const next: Ask = {
      kind: "ask",
      id: newId(workspace.random) as SharedId,
      space: space.id,
      by: space.me,
      words: words.trim(),
      isOpen: true,
      createdAt: now,
      editedAt: now,
      editedBy: space.me,
      deletedAt: null,
    };
    const saved = await workspace.vault.save([{ basis: null, next }]);
    if (saved.ok) {
      workspace.wrote(saved.value.mark);
      setWords("");
    }
    setProblem(
      saved.ok || saved.error.type === "NotFound" || saved.error.type === "Unreadable"
        ? null
        : storageFailureText(saved.error),
    );
  };
  return (
    <section className="space-part" aria-labelledby="space-asks">
      <h2 id="space-asks">{m.team_asks()}</h2>
      <p>{m.team_asks_help()}</p>
      <ul className="space-proposals">
        {view.asks.map((line) => (
          <OneAsk key={line.ask.id} workspace={workspace} space={space} line={line} />
        ))}
      </ul>
      {takesPart(space) && (
        <form className="team-form" onSubmit={(event) => void send(event)}>
          <TextField
            label={m.team_ask_words()}
            description={m.team_ask_words_help()}
            value={words}
            onChange={setWords}
            voice="own"
            maxLength={200}
          />
          {problem !== null && <Notice tone="danger">{problem}</Notice>}
          <div className="team-ways">
            <Button type="submit" icon={Send} isDisabled={words.trim() === ""}>
              {m.team_ask_send()}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
