import { takeOut } from "./changeTheme.ts";
import { judge, type Saying } from "./judge.ts";
import { holds, isLiving, type Linked } from "./Linked.ts";
import type { ThemeDecision } from "./ThemeDecision.ts";

/**
 * "Not the same": it is remembered, so that the two are not offered for each other again and the
 * ranking learns. Where both are in one theme, `entry` leaves it.
 */
export const sayDifferent = (saying: Saying, linked: Linked): ThemeDecision => {
  const { entry, earlier, at } = saying;
  const before =
    entry === earlier
      ? []
      : linked.themes.filter(
          (theme) => isLiving(theme) && holds(theme, entry) && holds(theme, earlier),
        );
  return {
    themes: before.map((theme) => takeOut(theme, entry, at)),
    before,
    ...judge(saying, "different", linked),
  };
};
