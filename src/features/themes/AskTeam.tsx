import { MessageCircleQuestionMark } from "lucide-react";
import { useNavigate } from "react-router";
import type { ThemeId } from "#core/identifiers.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Menu } from "#ui/Menu.tsx";

/**
 * Leads to where a team is asked "Does this keep coming back for you?", begun with the theme's title:
 * only the theme's id goes along. Not shown where there is no team that could be asked.
 */
export function AskTeam({
  workspace,
  theme,
}: {
  readonly workspace: Workspace;
  readonly theme: ThemeId;
}) {
  const navigate = useNavigate();
  const teams = (useSpaceList(workspace) ?? []).filter(
    (space) => space.kind === "team" && space.server !== null && takesPart(space),
  );
  const fieldOf = (team: SpaceId) => `/team/${team}?theme=${theme}`;
  const [only, ...more] = teams;
  if (only === undefined) return null;
  if (more.length === 0) {
    return (
      <LinkButton icon={MessageCircleQuestionMark} to={fieldOf(only.id)}>
        {m.themes_ask_team()}
      </LinkButton>
    );
  }
  return (
    <Menu
      label={m.themes_ask_team()}
      icon={MessageCircleQuestionMark}
      variant="outline"
      items={teams.map(({ id, name }) => ({
        id,
        label: name.trim() || m.team_unnamed(),
        onAction: () => void navigate(fieldOf(id)),
      }))}
    />
  );
}
