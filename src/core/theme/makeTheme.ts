import type { Instant } from "#base/Clock.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type { Membership, Theme } from "./Theme.ts";

/**
 * A new theme of these entries, unnamed. With `how` "found" it is made from a prompt that the person
 * answered, which counts as answered; to say "Not a theme" to such a prompt, dismiss what this returns.
 */
export const makeTheme = (made: {
  readonly id: ThemeId;
  readonly entries: readonly EntryId[];
  readonly how: Membership["how"];
  readonly at: Instant;
}): Theme => ({
  kind: "theme",
  id: made.id,
  name: "",
  members: [...new Set(made.entries)].map((entry) => ({ entry, how: made.how, at: made.at })),
  takenOut: [],
  dismissedAt: null,
  promptAnsweredAt: made.how === "found" ? made.at : null,
  createdAt: made.at,
  editedAt: made.at,
  deletedAt: null,
});
