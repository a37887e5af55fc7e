import { Link2 } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { TextField } from "#ui/TextField.tsx";
import { joinFailureText } from "./failureText.ts";
import { NameField } from "./NameField.tsx";
import "./TeamPage.css";

/**
 * `/join`: takes up an invitation. `invitation` is the link that this page was opened with, held in
 * memory only; a person may also paste one.
 */
export function JoinPage({
  workspace,
  invitation,
}: {
  readonly workspace: Workspace;
  readonly invitation: string | null;
}) {
  const navigate = useNavigate();
  const [link, setLink] = useState(invitation ?? "");
  const [name, setName] = useState("");
  const [server, setServer] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isJoining, setJoining] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void workspace.spaces.readLink(link.trim()).then((read) => {
      if (isCurrent) setServer(read?.server ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [link, workspace]);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (isJoining) return;
    if (!name.trim()) {
      setProblem(m.team_my_name_needed());
      return;
    }
    if (server !== null && server !== window.location.origin) {
      setProblem(m.team_join_other_server({ server }));
      return;
    }
    setJoining(true);
    const joined = await workspace.spaces.join(link.trim(), name.trim());
    setJoining(false);
    if (joined.ok) void navigate(`/team/${joined.value}`, { replace: true });
    else if (joined.error.type === "AlreadyMember") void navigate(`/team/${joined.error.space}`);
    else setProblem(joinFailureText(joined.error));
  };
  return (
    <>
      <PageHeader title={m.team_join()} pageName={m.team_join()} eyebrow={m.team_title()} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p>{m.team_join_says()}</p>
      <form className="team-form" onSubmit={(event) => void join(event)}>
        {invitation === null && (
          <TextField
            label={m.team_link()}
            description={m.team_join_link_help()}
            value={link}
            onChange={setLink}
            spellCheck={false}
            autoCapitalize="none"
          />
        )}
        <NameField of="me" value={name} onChange={setName} />
        <div className="team-ways">
          <Button type="submit" variant="main" icon={Link2} isPending={isJoining}>
            {m.team_join_done()}
          </Button>
          <LinkButton variant="quiet" to="/team">
            {m.team_cancel()}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
