import type { Instant } from "#base/Clock.ts";
import type { EntryId } from "#core/identifiers.ts";
import { holds } from "./Linked.ts";
import type { Membership, Theme } from "./Theme.ts";

/** The theme under a name of the person's own; an empty one shows its terms again. */
export const renameTheme = (theme: Theme, name: string, at: Instant): Theme => ({
  ...theme,
  name: name.trim(),
  editedAt: at,
});

/** The theme without an entry, which it never asks for again. Without any entry left it is deleted. */
export const takeOut = (theme: Theme, entry: EntryId, at: Instant): Theme => {
  if (!holds(theme, entry)) return theme;
  const members = theme.members.filter((member) => member.entry !== entry);
  return {
    ...theme,
    members,
    takenOut: [...new Set([...theme.takenOut, entry])],
    editedAt: at,
    deletedAt: members.length === 0 ? at : theme.deletedAt,
  };
};

/** The theme with an entry more; one that was taken out before may come back this way. */
export const putIn = (
  theme: Theme,
  entry: EntryId,
  at: Instant,
  how: Membership["how"] = "put-in",
): Theme =>
  holds(theme, entry)
    ? theme
    : {
        ...theme,
        members: [...theme.members, { entry, how, at }],
        takenOut: theme.takenOut.filter((out) => out !== entry),
        editedAt: at,
      };

/** "Not a theme": it is hidden and no longer prompts; its entries stay known, so that it is not found again. */
export const dismissTheme = (theme: Theme, at: Instant): Theme => ({
  ...theme,
  dismissedAt: at,
  editedAt: at,
});

/** Takes "Not a theme" back. */
export const undismissTheme = (theme: Theme, at: Instant): Theme => ({
  ...theme,
  dismissedAt: null,
  editedAt: at,
});

/** Today's prompt for this theme was seen and answered, whatever the answer: it is not shown again. */
export const answerPrompt = (theme: Theme, at: Instant): Theme => ({
  ...theme,
  promptAnsweredAt: at,
  editedAt: at,
});
