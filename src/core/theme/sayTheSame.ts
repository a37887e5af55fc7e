import type { EntryId, ThemeId } from "#core/identifiers.ts";
import { putIn } from "./changeTheme.ts";
import { joinThemes } from "./joinThemes.ts";
import { judge, type Saying } from "./judge.ts";
import { holds, isLiving, type Linked } from "./Linked.ts";
import { makeTheme } from "./makeTheme.ts";
import type { Theme } from "./Theme.ts";
import { changing, type ThemeDecision } from "./ThemeDecision.ts";

/** The theme to think of when a person speaks of an entry: the largest living one, the older of equals. */
const themeOf = (entry: EntryId, themes: readonly Theme[]): Theme | null =>
  themes
    .filter((theme) => isLiving(theme) && holds(theme, entry))
    .sort(
      (a, b) =>
        b.members.length - a.members.length || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    )[0] ?? null;

/**
 * "Same thing": two entries are linked. Where neither is in a theme, a new one holds both; where one
 * is, the other joins it; where both are in different ones, the two themes become one. Themes that
 * the person dismissed are left alone.
 *
 * `newTheme` names the theme that is made if one is needed. `theme` is the one the reminder stood
 * for, where it stood for one; otherwise the earlier entry's largest is meant.
 */
export const sayTheSame = (
  saying: Saying & { readonly newTheme: ThemeId; readonly theme?: ThemeId | null },
  linked: Linked,
): ThemeDecision => {
  const { entry, earlier, at } = saying;
  const said = judge(saying, "same", linked);
  const meant = linked.themes.find(
    (theme) => theme.id === saying.theme && isLiving(theme) && holds(theme, earlier),
  );
  const there = meant ?? themeOf(earlier, linked.themes);
  const here = there !== null && holds(there, entry) ? there : themeOf(entry, linked.themes);
  return { ...link(), ...said };

  function link(): ThemeDecision {
    if (here === null && there === null) {
      const entries = entry === earlier ? [entry] : [earlier, entry];
      return changing([makeTheme({ id: saying.newTheme, entries, how: "said", at })]);
    }
    if (there === null && here !== null)
      return changing([putIn(here, earlier, at, "said")], [here]);
    if (here === null && there !== null)
      return changing([putIn(there, entry, at, "said")], [there]);
    if (here === null || there === null || here.id === there.id) return changing([]);
    return joinThemes(there, here, at);
  }
};
