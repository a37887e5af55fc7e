import { Download, FolderInput } from "lucide-react";
import { useState } from "react";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { spaceFailureText } from "./failureText.ts";

/** The whole team space to a file and from one: with or without a server. */
export function ByFile({
  workspace,
  space,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    const file = await workspace.spaces.exportSpace(space.id);
    setProblem(file.ok ? null : spaceFailureText(file.error));
    setSaved(file.ok);
    if (file.ok) saveSpaceFile("space", file.value, workspace.clock.now());
  };
  return (
    <section className="space-part" aria-labelledby="by-file">
      <h2 id="by-file">{m.team_by_file()}</h2>
      <p>{m.team_by_file_says()}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className="team-ways">
        <Button icon={Download} onPress={() => void save()}>
          {m.team_save_file()}
        </Button>
        <LinkButton icon={FolderInput} to="/team/file">
          {m.team_bring_in()}
        </LinkButton>
      </div>
      <p role="status">{isSaved && m.team_file_saved()}</p>
    </section>
  );
}
