import { Lock } from "lucide-react";
import { useState } from "react";
import type { Answer } from "#core/space/ReceivedRecord.ts";
import type { AskLine } from "#core/space/SharedView.ts";
import { fewestAnswers } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { useReading } from "#notebook/useReading.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { Notice } from "#ui/Notice.tsx";
import { spaceFailureText } from "./failureText.ts";

const answers: readonly { readonly id: Answer["says"]; readonly label: () => string }[] = [
  { id: "often", label: m.team_ask_often },
  { id: "sometimes", label: m.team_ask_sometimes },
  { id: "never", label: m.team_ask_never },
];

/** How often it comes up in one's own journal: looked up on this device, and shown to nobody else. */
function InOwnJournal({
  workspace,
  words,
}: {
  readonly workspace: Workspace;
  readonly words: string;
}) {
  const { data } = useReading(workspace, ["occurrences", words], (reader, since) =>
    reader.occurrences(words, since),
  );
  if (!data) return null;
  const count = data.entries.length;
  return (
    <p className="ask__own">
      <Lock size={20} strokeWidth={1.75} aria-hidden />
      <span>
        {data.first === null
          ? m.team_ask_own({ count })
          : m.team_ask_own_since({ count, month: momentText.month(data.first) })}
      </span>
    </p>
  );
}

/** One ask: answered unnamed, and shown only when there are enough answers to hide in. */
export function OneAsk({
  workspace,
  space,
  line: { ask, result },
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly line: AskLine;
}) {
  const [now, setNow] = useState<Answer["says"] | null>(null);
  const { data: before } = useSpaces(workspace, ["own answer", space.id, ask.id], (spaces) =>
    spaces.ownAnswer(space.id, ask.id),
  );
  const said = answers.find(({ id }) => id === (now ?? before));
  const [problem, setProblem] = useState<string | null>(null);
  const answer = async (how: Answer["says"]) => {
    const done = await workspace.spaces.answer(space.id, ask.id, how);
    setProblem(done.ok ? null : spaceFailureText(done.error));
    if (done.ok) setNow(how);
  };
  return (
    <li className="ask">
      <h3 className="own-words">{ask.words}</h3>
      {takesPart(space) && ask.isOpen && (
        <>
          <InOwnJournal workspace={workspace} words={ask.words} />
          <p>{m.team_ask_question()}</p>
          <ChipRow role="group" aria-label={m.team_ask_question()}>
            {answers.map(({ id, label }) => (
              <Button
                key={id}
                aria-pressed={said?.id === id}
                variant={said?.id === id ? "main" : "outline"}
                onPress={() => void answer(id)}
              >
                {label()}
              </Button>
            ))}
          </ChipRow>
          {said && <p role="status">{m.team_ask_answered({ answer: said.label() })}</p>}
        </>
      )}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p className="space-proposal__when">
        {result.type === "tooFew"
          ? space.members.length < fewestAnswers
            ? m.team_ask_small_team({ fewest: fewestAnswers, count: space.members.length })
            : m.team_ask_too_few({ count: fewestAnswers })
          : m.team_ask_counts(result.counts)}
      </p>
    </li>
  );
}
