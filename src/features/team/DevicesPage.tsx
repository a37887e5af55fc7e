import { ArrowLeft, Link2, MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import type { Result } from "#base/Result.ts";
import type { Invitation } from "#core/space/Inviting.ts";
import type { Space } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { AnsweredInvitations } from "./AnsweredInvitations.tsx";
import { DeviceLine } from "./DeviceLine.tsx";
import { spaceFailureText } from "./failureText.ts";
import { InvitationDialog } from "./InvitationDialog.tsx";
import { JoiningSpace } from "./JoiningSpace.tsx";
import { NameField } from "./NameField.tsx";
import { spaceStateText } from "./spaceStateText.ts";
import "./PeoplePage.css";
import "./TeamPage.css";

/** `/settings/devices`: one's own devices, which carry the whole journal, sealed, between them. */
export function DevicesPage({ workspace }: { readonly workspace: Workspace }) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<Invitation | null>(null);
  const data = useSpaceList(workspace);
  const all = data?.filter(({ kind }) => kind === "own") ?? [];
  const own = all.find(takesPart);
  const joining = all.find(({ state }) => state.type === "joining");
  const out = all.find((space) => space !== own && space !== joining);
  const attempt = async <T,>(
    act: Promise<Result<T, SpaceFailure>>,
  ): Promise<Result<T, SpaceFailure>> => {
    const done = await act;
    setProblem(done.ok ? null : spaceFailureText(done.error, "own"));
    return done;
  };
  const link = async (space: Space["id"]) => {
    const invitation = await attempt(workspace.spaces.invite(space, "facilitator"));
    if (invitation.ok) setMade(invitation.value);
  };
  const remove = async (...of: Parameters<Spaces["remove"]>) => {
    const removed = await attempt(workspace.spaces.remove(...of));
    if (removed.ok) focusPageHeading();
  };
  const begin = async () => {
    if (name.trim() === "") {
      setProblem(m.team_device_name_needed());
      return;
    }
    const space = await attempt(
      workspace.spaces.make({
        kind: "own",
        name: "",
        myName: name.trim(),
        server: window.location.origin,
      }),
    );
    if (space.ok) await link(space.value);
  };
  return (
    <>
      <PageHeader
        title={m.team_devices()}
        pageName={m.team_devices()}
        actions={
          <LinkButton variant="quiet" icon={ArrowLeft} to="/settings">
            {m.team_back_to_settings()}
          </LinkButton>
        }
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <p>{m.team_devices_say()}</p>
      {own && (
        <>
          <SpaceStatus workspace={workspace} space={own} />
          <ul className="members">
            {own.members.map((member) => (
              <DeviceLine
                key={member.id}
                member={member}
                onRemove={() => void remove(own.id, member.id)}
              />
            ))}
          </ul>
          <AnsweredInvitations
            workspace={workspace}
            space={own}
            expected={made?.id ?? null}
            attempt={async (act) => (await attempt(act)).ok}
          />
        </>
      )}
      {out && (
        <Notice
          tone={out.state.type === "otherKind" ? "danger" : "info"}
          actions={
            <Button onPress={() => void attempt(workspace.spaces.forget(out.id))}>
              {m.team_device_alone()}
            </Button>
          }
        >
          {spaceStateText(out)}
        </Notice>
      )}
      {joining?.state.type === "joining" && (
        <section aria-labelledby="device-joining">
          <h2 id="device-joining">{m.team_joining_title()}</h2>
          <JoiningSpace
            workspace={workspace}
            space={joining}
            words={joining.state.words}
            onStopped={() => {}}
          />
        </section>
      )}
      {data && !own && !joining && !out && (
        <NameField of="device" value={name} onChange={setName} />
      )}
      {data && !joining && !out && (
        <div className="team-ways">
          <Button
            variant="main"
            icon={MonitorSmartphone}
            onPress={() => void (own ? link(own.id) : begin())}
          >
            {m.team_link_device()}
          </Button>
          {!own && (
            <LinkButton icon={Link2} to="/join?for=device">
              {m.team_device_have_code()}
            </LinkButton>
          )}
        </div>
      )}
      {made && own && (
        <InvitationDialog
          key={made.id}
          workspace={workspace}
          space={own}
          invitation={made}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}
