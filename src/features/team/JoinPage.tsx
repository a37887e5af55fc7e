import { Link2 } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { err } from "#base/Result.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { TextField } from "#ui/TextField.tsx";
import { ConfirmLinking } from "./ConfirmLinking.tsx";
import { joinFailureText } from "./failureText.ts";
import { joiningWords, placeOf } from "./joiningWords.ts";
import { NameField } from "./NameField.tsx";
import { readTyped } from "./readTyped.ts";
import { useJoining } from "./useJoining.ts";
import "./TeamPage.css";

/**
 * `/join`: takes up an invitation to a team, or links another device of one's own: the page says which
 * before anything is joined, and `?for=device` which of the two somebody came for. `invitation` is the
 * link that this page was opened with, held in memory only; a person may also paste one.
 */
export function JoinPage({
  workspace,
  invitation,
  wasInvited,
}: {
  readonly workspace: Workspace;
  readonly invitation: string | null;
  /** Whether an invitation was open here before a reload, which took it along. */
  readonly wasInvited: () => boolean;
}) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const sought = search.get("for") === "device" ? "own" : "team";
  const [link, setLink] = useState(invitation ?? "");
  const [read, setRead] = useState<Awaited<ReturnType<typeof readTyped>> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const kind = read?.ok ? read.value.kind : sought;
  // A link that came with the address is judged at once; one that is typed, when it is used.
  const isCutOff = link === invitation && read?.ok === false;
  const words = joiningWords[kind];
  useEffect(() => {
    let isCurrent = true;
    setRead(null);
    void readTyped(workspace, link).then((found) => {
      if (isCurrent) setRead(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [link, workspace]);
  const readHere = async () => {
    const typed = await readTyped(workspace, link);
    const { origin } = window.location;
    if (typed.ok && typed.value.server === origin) return typed;
    setFailed(true);
    return err(
      typed.ok
        ? m.team_join_other_server({ server: typed.value.server })
        : joinFailureText(typed.error, kind),
    );
  };
  const join = async (name: string) => {
    const typed = await readHere();
    if (!typed.ok) return typed.error;
    const joined = await workspace.spaces.join(typed.value.link, kind, name);
    if (joined.ok) {
      void navigate(placeOf(kind, joined.value), { replace: true });
      return null;
    }
    if (joined.error.type === "AlreadyMember") {
      void navigate(placeOf(kind, joined.error.space), { replace: true });
      return null;
    }
    setFailed(true);
    return joinFailureText(joined.error, kind);
  };
  const joining = useJoining(workspace, kind, join, async () => {
    const typed = await readHere();
    return typed.ok ? null : typed.error;
  });
  return (
    <>
      <PageHeader title={words.title()} pageName={words.title()} eyebrow={words.eyebrow()} />
      {invitation === null && link === "" && wasInvited() && (
        <Notice>{m.common_invitation_not_kept()}</Notice>
      )}
      {joining.problem !== null && <Notice tone="danger">{joining.problem}</Notice>}
      <form
        className="team-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void joining.ask();
        }}
      >
        <p role="status">{words.says()}</p>
        {invitation !== null && !isCutOff && <p>{m.team_join_in_history()}</p>}
        {(invitation === null || hasFailed || isCutOff || link !== invitation) && (
          <TextField
            label={words.link()}
            description={words.linkHelp()}
            error={isCutOff ? joinFailureText(read.error, kind) : null}
            value={link}
            onChange={setLink}
            isMultiline
            spellCheck={false}
            autoCapitalize="none"
            autoCorrect="off"
          />
        )}
        <NameField of={words.nameOf} value={joining.name} onChange={joining.setName} />
        <div className="team-ways">
          <Button type="submit" variant="main" icon={Link2} isPending={joining.isJoining}>
            {words.join()}
          </Button>
          <LinkButton variant="quiet" to={kind === "own" ? "/settings/devices" : "/team"}>
            {m.team_cancel()}
          </LinkButton>
        </div>
      </form>
      <ConfirmLinking {...joining} />
    </>
  );
}
