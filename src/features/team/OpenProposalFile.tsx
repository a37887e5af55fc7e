import { LockOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { OpenedProposal } from "#core/space/ProposalFiles.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { BringInProposal } from "./BringInProposal.tsx";
import { spaceFileFailureText } from "./failureText.ts";
import { shownSpaceName } from "./shownSpaceName.ts";

/** A proposal came as a file: its twelve words, a look at it, and which team gets the copy. */
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
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** Opened with these words, and in no team yet. */
  const [seen, setSeen] = useState<OpenedProposal | null>(null);
  const team = teams.find(({ id }) => id === chosen) ?? teams[0];
  if (team === undefined) {
    return (
      <Notice actions={<LinkButton to="/team/new">{m.team_make()}</LinkButton>}>
        {m.team_file_needs_team()}
      </Notice>
    );
  }
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await workspace.spaces.readProposal(file, words);
    setProblem(opened.ok ? null : spaceFileFailureText(opened.error));
    if (opened.ok) setSeen(opened.value);
  };
  return (
    <>
      <form className="team-form" onSubmit={(event) => void open(event)}>
        <h2>{m.team_file_proposal()}</h2>
        <p>{m.team_file_proposal_says()}</p>
        <TextField
          label={m.team_file_words()}
          description={m.team_file_words_help()}
          error={problem}
          value={words}
          onChange={(typed) => {
            setWords(typed);
            setSeen(null);
          }}
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
        {!seen && (
          <div className="team-ways">
            <Button type="submit" variant="main" icon={LockOpen} isDisabled={words.trim() === ""}>
              {m.team_file_open_proposal()}
            </Button>
          </div>
        )}
      </form>
      {seen && <BringInProposal workspace={workspace} opened={seen} team={team} teams={teams} />}
    </>
  );
}
