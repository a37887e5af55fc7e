import { Link2 } from "lucide-react";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import type { SpaceKind } from "#core/space/Space.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ConfirmLinking } from "./ConfirmLinking.tsx";
import { joiningWords, placeOf } from "./joiningWords.ts";
import { NameField } from "./NameField.tsx";
import { useJoining } from "./useJoining.ts";

/** An invitation came as a file: to what, what one wants to be called, then the words and the answer. */
export function AskToJoin({
  workspace,
  file,
  kind,
  onFailed,
}: {
  readonly workspace: Workspace;
  readonly file: Uint8Array;
  readonly kind: SpaceKind;
  readonly onFailed: (failure: SpaceFileFailure) => void;
}) {
  const navigate = useNavigate();
  const words = joiningWords[kind];
  const joining = useJoining(workspace, kind, async (name) => {
    const joined = await workspace.spaces.joinByFile(file, kind, name);
    if (joined.ok) void navigate(placeOf(kind, joined.value));
    else onFailed(joined.error);
    return null;
  });
  return (
    <form
      className="team-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void joining.ask();
      }}
    >
      <h2>{words.file()}</h2>
      <p>{words.says()}</p>
      {joining.problem !== null && <Notice tone="danger">{joining.problem}</Notice>}
      <NameField of={words.nameOf} value={joining.name} onChange={joining.setName} />
      <div className="team-ways">
        <Button type="submit" variant="main" icon={Link2} isPending={joining.isJoining}>
          {words.join()}
        </Button>
      </div>
      <ConfirmLinking {...joining} />
    </form>
  );
}
