import { tellApart } from "#core/space/memberNames.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";

/** By whom what is shared with a team will be seen: everybody there by name, oneself left out. */
export function SeenBy({ team, name }: { readonly team: Space; readonly name: string }) {
  const names = tellApart(team.members);
  const others = team.members
    .filter(({ isMe }) => !isMe)
    .map(({ id }) => names.get(id) || m.team_someone());
  return (
    <p>
      {others.length === 0
        ? m.sharing_seen_by_nobody({ team: name })
        : m.sharing_seen_by({
            team: name,
            who: new Intl.ListFormat(m.notebook_locale()).format(others),
          })}
    </p>
  );
}
