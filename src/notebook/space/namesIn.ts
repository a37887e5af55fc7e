import { tellApart } from "#core/space/memberNames.ts";
import type { Space } from "#core/space/Space.ts";

/** What the members of a space are called, as they say and as they are shown: names that its members know. */
export const namesIn = ({ members }: Pick<Space, "members">): readonly string[] =>
  [...new Set([...members.map(({ name }) => name), ...tellApart(members).values()])].filter(
    (name) => name !== "",
  );
