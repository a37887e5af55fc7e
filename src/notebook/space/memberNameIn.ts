import type { MemberId } from "#core/space/identifiers.ts";
import { lookAlike, tellApart } from "#core/space/memberNames.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";

/** What each member of a team is called there, those who left included, told apart from who looks alike. */
export function memberNameIn(
  space: Pick<Space, "members">,
  { names }: Pick<SharedView, "names">,
): (member: MemberId) => string {
  const present = space.members.map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
  const apart = tellApart(present);
  return (member) => {
    const name = apart.get(member) ?? names.get(member) ?? "";
    if (name === "") return m.team_someone();
    const isTaken = !apart.has(member) && present.some((one) => lookAlike(one.name, name));
    return isTaken ? m.team_name_left({ name }) : name;
  };
}
