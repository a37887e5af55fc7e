import type { Instant } from "#base/Clock.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type { Theme } from "./Theme.ts";
import { changing, type ThemeDecision } from "./ThemeDecision.ts";

/**
 * Some entries leave a theme for a new, unnamed one. Neither asks for the other's entries again.
 * Choosing none or all of the members changes nothing.
 */
export const splitTheme = (
  theme: Theme,
  leaving: readonly EntryId[],
  newTheme: ThemeId,
  at: Instant,
): ThemeDecision => {
  const chosen = new Set(leaving);
  const gone = theme.members.filter((member) => chosen.has(member.entry));
  const left = theme.members.filter((member) => !chosen.has(member.entry));
  if (gone.length === 0 || left.length === 0) return changing([]);
  const ids = (members: Theme["members"]): EntryId[] => members.map((member) => member.entry);
  return changing(
    [
      {
        ...theme,
        members: left,
        takenOut: [...new Set([...theme.takenOut, ...ids(gone)])],
        editedAt: at,
      },
      {
        kind: "theme",
        id: newTheme,
        name: "",
        members: gone,
        takenOut: ids(left),
        dismissedAt: null,
        promptAnsweredAt: theme.promptAnsweredAt,
        createdAt: at,
        editedAt: at,
        deletedAt: null,
      },
    ],
    [theme],
  );
};
