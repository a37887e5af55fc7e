import { Download, FolderInput } from "lucide-react";
import { useState } from "react";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { spaceFailureText } from "./failureText.ts";
import { SixWords } from "./SixWords.tsx";
import "./TeamPage.css";

const says = {
  team: { words: m.team_joining, stopTitle: m.team_stop_title, stop: m.team_stop_says },
  own: {
    words: m.team_device_joining,
    stopTitle: m.team_device_stop_title,
    stop: m.team_device_stop_says,
  },
} as const;

/** On the way into a team, or to another device of one's own: the words to compare, and by file what to do with which file. */
export function JoiningSpace({
  workspace,
  space,
  words,
  onStopped,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly words: readonly string[];
  readonly onStopped: () => void;
}) {
  const [isStopping, setStopping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const saveAnswer = async () => {
    const file = await workspace.spaces.answerFile(space.id);
    setProblem(file.ok ? null : spaceFailureText(file.error));
    if (file.ok) saveSpaceFile("answer", file.value, workspace.clock.now());
  };
  const stop = async () => {
    const gone = await workspace.spaces.forget(space.id);
    if (gone.ok) onStopped();
    else setProblem(spaceFailureText(gone.error));
  };
  return (
    <div className="joining">
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p>{says[space.kind].words()}</p>
      <SixWords words={words} />
      {space.server === null ? (
        <ol className="team-steps">
          <li>
            <span>{m.team_file_step_answer()}</span>
            <Button variant="main" icon={Download} onPress={() => void saveAnswer()}>
              {m.team_save_answer()}
            </Button>
          </li>
          <li>
            <span>{m.team_file_step_words()}</span>
          </li>
          <li>
            <span>{m.team_file_step_in()}</span>
            <LinkButton icon={FolderInput} to="/team/file">
              {m.team_bring_in()}
            </LinkButton>
          </li>
        </ol>
      ) : (
        <p>
          {m.team_joining_next()} {space.kind === "team" && m.team_joining_no_answer()}
        </p>
      )}
      <Button variant="danger" onPress={() => setStopping(true)}>
        {m.team_stop_waiting()}
      </Button>
      {isStopping && (
        <ConfirmDialog
          title={says[space.kind].stopTitle()}
          says={says[space.kind].stop()}
          action={m.team_stop_waiting()}
          onConfirm={() => void stop()}
          onClose={() => setStopping(false)}
        />
      )}
    </div>
  );
}
