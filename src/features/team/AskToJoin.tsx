import { Link2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import type { SpaceFileFailure } from "#core/space/Spaces.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { NameField } from "./NameField.tsx";

/** An invitation came as a file: what one wants to be called, then the words and the answer. */
export function AskToJoin({
  workspace,
  file,
  onFailed,
}: {
  readonly workspace: Workspace;
  readonly file: Uint8Array;
  readonly onFailed: (failure: SpaceFileFailure) => void;
}) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [isMissing, setMissing] = useState(false);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") return;
    const joined = await workspace.spaces.joinByFile(file, name.trim());
    if (joined.ok) void navigate(`/team/${joined.value}`);
    else onFailed(joined.error);
  };
  return (
    <form className="team-form" onSubmit={(event) => void join(event)}>
      <h2>{m.team_file_invitation()}</h2>
      <p>{m.team_join_says()}</p>
      {isMissing && <Notice tone="danger">{m.team_my_name_needed()}</Notice>}
      <NameField of="me" value={name} onChange={setName} />
      <div className="team-ways">
        <Button type="submit" variant="main" icon={Link2}>
          {m.team_join_done()}
        </Button>
      </div>
    </form>
  );
}
