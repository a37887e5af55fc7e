import { useState } from "react";
import { useNavigate } from "react-router";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { FileField } from "#ui/FileField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { AskToJoin } from "./AskToJoin.tsx";
import { spaceFileFailureText } from "./failureText.ts";
import { OpenProposalFile } from "./OpenProposalFile.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";
import "./TeamPage.css";

/** Larger files are none of ours: nothing is read of them. Bytes. */
const largestFile = 512 * 1024 * 1024;

/** What became of the file that was chosen. */
type Brought =
  | { readonly type: "invitation"; readonly file: Uint8Array; readonly kind: SpaceKind }
  | { readonly type: "proposal"; readonly file: Uint8Array }
  | { readonly type: "taken"; readonly space: SpaceId; readonly changed: number }
  | { readonly type: "failed"; readonly failure: SpaceFileFailure };

/** `/team/file`: takes in a file of a team, whatever it is, without any server. */
export function BringInPage({ workspace }: { readonly workspace: Workspace }) {
  const navigate = useNavigate();
  const [brought, setBrought] = useState<Brought | null>(null);
  const teams = useSpaceList(workspace)?.filter(({ kind }) => kind === "team") ?? [];
  const { spaces } = workspace;

  const work = async (file: Uint8Array): Promise<Brought | null> => {
    const kind = await spaces.fileKind(file);
    if (!kind.ok) return { type: "failed", failure: kind.error };
    if (kind.value === "space") {
      const taken = await spaces.importSpace(file);
      return taken.ok
        ? { type: "taken", ...taken.value }
        : { type: "failed", failure: taken.error };
    }
    if (kind.value === "answer") {
      const answered = await spaces.takeAnswer(file);
      if (!answered.ok) return { type: "failed", failure: answered.error };
      void navigate(`/team/${answered.value}/people`);
      return null;
    }
    if (kind.value === "invitation") {
      const read = await spaces.readInvitation(file);
      return read.ok
        ? { type: "invitation", file, kind: read.value.kind }
        : { type: "failed", failure: read.error };
    }
    return { type: kind.value, file };
  };
  const choose = async (file: File | null) => {
    setBrought(null);
    if (file === null) return;
    const isOurs = file.size <= largestFile;
    const bytes = isOurs ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    setBrought(await work(bytes));
  };
  const name = (id: SpaceId) => {
    const space = teams.find((team) => team.id === id);
    return space ? shownSpaceName(space) : m.team_unnamed();
  };
  return (
    <>
      <PageHeader title={m.team_bring_in()} pageName={m.team_bring_in()} eyebrow={m.team_title()} />
      <div className="bring-in">
        <p>{m.team_bring_in_says()}</p>
        <FileField
          label={m.team_file_field()}
          hint={m.team_file_field_help()}
          error={brought?.type === "failed" ? spaceFileFailureText(brought.failure) : null}
          onChoose={(file) => void choose(file)}
        />
        <div role="status">
          {brought?.type === "taken" && (
            <Notice
              actions={
                <LinkButton to={`/team/${brought.space}`}>
                  {m.team_file_open({ name: name(brought.space) })}
                </LinkButton>
              }
            >
              {m.team_file_taken({ count: brought.changed, name: name(brought.space) })}
            </Notice>
          )}
        </div>
        {brought?.type === "invitation" && (
          <AskToJoin
            workspace={workspace}
            file={brought.file}
            kind={brought.kind}
            onFailed={(failure) => setBrought({ type: "failed", failure })}
          />
        )}
        {brought?.type === "proposal" && (
          <OpenProposalFile
            workspace={workspace}
            file={brought.file}
            teams={teams.filter(takesPart)}
          />
        )}
      </div>
      <LinkButton variant="quiet" to="/team">
        {m.team_go_to_teams()}
      </LinkButton>
    </>
  );
}
