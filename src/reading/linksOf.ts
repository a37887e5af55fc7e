import type { EntryId } from "#core/identifiers.ts";
import { isLiving, type Linked } from "#core/theme/Linked.ts";
import type { Theme } from "#core/theme/Theme.ts";
import type { Shelves } from "./Shelves.ts";

/** The themes that are not in the bin. */
export const presentThemes = ({ themes }: Shelves): readonly Theme[] =>
  [...themes.values()].filter((theme) => theme.deletedAt === null);

/** The themes and judgements in which some of these entries stand. */
export function linksOf(shelves: Shelves, entries: readonly EntryId[]): Linked {
  const asked = new Set(entries);
  return {
    themes: presentThemes(shelves).filter((theme) =>
      theme.members.some((member) => asked.has(member.entry)),
    ),
    judgements: [...shelves.judgements.values()].filter(
      ({ deletedAt, entry, earlier }) =>
        deletedAt === null && (asked.has(entry) || asked.has(earlier)),
    ),
  };
}

/** Those of these entries that the person linked with another of them: by what was said, or by hand. */
export function linkedByPerson(
  shelves: Shelves,
  among: ReadonlySet<EntryId>,
): ReadonlySet<EntryId> {
  const linked = new Set<EntryId>();
  for (const { deletedAt, verdict, entry, earlier } of shelves.judgements.values()) {
    if (deletedAt !== null || verdict !== "same") continue;
    if (!among.has(entry) || !among.has(earlier) || entry === earlier) continue;
    linked.add(entry).add(earlier);
  }
  for (const theme of presentThemes(shelves)) {
    const here = theme.members.filter((member) => among.has(member.entry));
    if (!isLiving(theme) || here.length < 2) continue;
    for (const { entry, how } of here) if (how !== "found") linked.add(entry);
  }
  return linked;
}
