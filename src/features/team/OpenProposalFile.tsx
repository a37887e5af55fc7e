import { LockOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { spaceFileFailureText } from "./failureText.ts";
import { shownSpaceName } from "./shownSpaceName.ts";

/** A proposal came as a file: its twelve words, and which team gets the copy. */
export function OpenProposalFile({
  workspace,
  file,
  teams,
}: {
  readonly workspace: Workspace;
  readonly file: Uint8Array;
  /** Those that can still be written in. */
  readonly teams: readonly Space[];
}) {
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const team = teams.find(({ id }) => id === chosen) ?? teams[0];
  if (team === undefined) {
    return (
      <Notice actions={<LinkButton to="/team/new">{m.team_make()}</LinkButton>}>
        {m.team_file_needs_team()}
      </Notice>
    );
  }
  const openIt = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await workspace.spaces.importProposal(file, words, team.id);
    if (opened.ok) void navigate(`/team/${team.id}/proposals/${opened.value}`);
    else setProblem(spaceFileFailureText(opened.error));
  };
  return (
    <form className="team-form" onSubmit={(event) => void openIt(event)}>
      <h2>{m.team_file_proposal()}</h2>
      <p>{m.team_file_proposal_says()}</p>
      <TextField
        label={m.team_file_words()}
        description={m.team_file_words_help()}
        error={problem}
        value={words}
        onChange={setWords}
        isMultiline
        spellCheck={false}
        autoCapitalize="none"
      />
      <RadioField
        label={m.team_file_into()}
        items={teams.map((each) => ({ id: each.id, label: shownSpaceName(each) }))}
        value={team.id}
        onChange={setChosen}
      />
      <div className="team-ways">
        <Button type="submit" variant="main" icon={LockOpen} isDisabled={words.trim() === ""}>
          {m.team_file_open_proposal()}
        </Button>
      </div>
    </form>
  );
}
