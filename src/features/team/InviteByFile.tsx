import { Download, FolderInput } from "lucide-react";
import type { Result } from "#base/Result.ts";
import type { Space } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import * as m from "#messages";
import { saveSpaceFile } from "#notebook/saving/saveSpaceFile.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";

/** Letting somebody in without a server: three files, in order. */
export function InviteByFile({
  workspace,
  space,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly attempt: (act: Promise<Result<unknown, SpaceFailure>>) => Promise<unknown>;
}) {
  const invite = async () => {
    const file = await workspace.spaces.inviteByFile(space.id);
    await attempt(Promise.resolve(file));
    if (file.ok) saveSpaceFile("invitation", file.value, workspace.clock.now());
  };
  const saveSpace = async () => {
    const file = await workspace.spaces.exportSpace(space.id);
    await attempt(Promise.resolve(file));
    if (file.ok) saveSpaceFile("space", file.value, workspace.clock.now());
  };
  return (
    <ol className="team-steps">
      <li>
        <span>{m.team_invite_file_step()}</span>
        <Button variant="main" icon={Download} onPress={() => void invite()}>
          {m.team_save_invitation()}
        </Button>
      </li>
      <li>
        <span>{m.team_invite_answer_step()}</span>
        <LinkButton icon={FolderInput} to="/team/file">
          {m.team_bring_in()}
        </LinkButton>
      </li>
      <li>
        <span>{m.team_invite_space_step()}</span>
        <Button icon={Download} onPress={() => void saveSpace()}>
          {m.team_save_file()}
        </Button>
      </li>
    </ol>
  );
}
