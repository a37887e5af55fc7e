import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";

/** A space's name, or what stands in its place until it is known. */
export const shownSpaceName = (space: Pick<Space, "name">): string =>
  space.name.trim() || m.team_unnamed();
