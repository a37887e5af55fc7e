import { UserPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { spaceFailureText } from "./failureText.ts";
import { NameField } from "./NameField.tsx";
import "./TeamPage.css";

/** `/team/new`: a name that makes nobody an outsider, what to be called, and who carries it. */
export function MakeSpacePage({ workspace }: { readonly workspace: Workspace }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [myName, setMyName] = useState("");
  const [travels, setTravels] = useState<"server" | "file">("server");
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking) return;
    if (!name.trim() || !myName.trim()) {
      setProblem(m.team_names_needed());
      return;
    }
    setMaking(true);
    const made = await workspace.spaces.make({
      kind: "team",
      name: name.trim(),
      myName: myName.trim(),
      server: travels === "server" ? window.location.origin : null,
    });
    setMaking(false);
    if (made.ok) void navigate(`/team/${made.value}/people`, { replace: true });
    else setProblem(spaceFailureText(made.error));
  };
  return (
    <>
      <PageHeader title={m.team_make()} pageName={m.team_make()} eyebrow={m.team_title()} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <form className="team-form" onSubmit={(event) => void make(event)}>
        <NameField of="space" value={name} onChange={setName} />
        <NameField of="me" value={myName} onChange={setMyName} />
        <RadioField
          label={m.team_travels()}
          items={[
            {
              id: "server",
              label: m.team_travels_server(),
              description: m.team_travels_server_help({ host: window.location.host }),
            },
            {
              id: "file",
              label: m.team_travels_file(),
              description: m.team_travels_file_help(),
            },
          ]}
          value={travels}
          onChange={setTravels}
        />
        <div className="team-ways">
          <Button type="submit" variant="main" icon={UserPlus} isPending={isMaking}>
            {m.team_make_done()}
          </Button>
          <LinkButton variant="quiet" to="/team">
            {m.team_cancel()}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
