import type { EntryId } from "#core/identifiers.ts";
import type { Judgement, Theme } from "./Theme.ts";

/** What is already known of the entries that a person speaks about: themes that hold them, and what was said of them. */
export interface Linked {
  readonly themes: readonly Theme[];
  readonly judgements: readonly Judgement[];
}

/** Whether the theme is there for the person: neither deleted nor "Not a theme". */
export const isLiving = (theme: Theme): boolean =>
  theme.deletedAt === null && theme.dismissedAt === null;

/** Whether an entry is in a theme. */
export const holds = (theme: Theme, entry: EntryId): boolean =>
  theme.members.some((member) => member.entry === entry);
