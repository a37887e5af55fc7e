import { Download, FolderInput } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Space } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { spaceFailureText } from "./failureText.ts";
import { SixWords } from "./SixWords.tsx";
import "./TeamPage.css";

/** On the way into a space: the words to compare, and by file what to do with which file. */
export function JoiningSpace({
  workspace,
  space,
  words,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly words: readonly string[];
}) {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const saveAnswer = async () => {
    const file = await workspace.spaces.answerFile(space.id);
    setProblem(file.ok ? null : spaceFailureText(file.error));
    if (file.ok) saveSpaceFile("answer", file.value, workspace.clock.now());
  };
  const stop = async () => {
    const gone = await workspace.spaces.forget(space.id);
    if (gone.ok) void navigate("/team");
    else setProblem(spaceFailureText(gone.error));
  };
  return (
    <>
      <PageHeader title={m.team_joining_title()} pageName={m.team_title()} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p>{m.team_joining()}</p>
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
        <p>{m.team_joining_next()}</p>
      )}
      <Button variant="danger" onPress={() => void stop()}>
        {m.team_stop_waiting()}
      </Button>
    </>
  );
}
