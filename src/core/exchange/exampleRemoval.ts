import type { EntryId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { Linked } from "#core/theme/Linked.ts";
import type { Theme } from "#core/theme/Theme.ts";

/** What goes with the example journal, and the themes that stay because the person's own entries are in them. */
export interface ExampleRemoval {
  readonly purge: readonly RecordId[];
  readonly themes: readonly Theme[];
}

/**
 * The entries of the example, what was said of them, themes of nothing else, and proposals from those
 * themes that nobody has touched. Whatever a person wrote or linked themselves stays.
 */
export function exampleRemoval(
  entries: readonly EntryId[],
  linked: Linked,
  proposals: readonly Proposal[],
): ExampleRemoval {
  const isExample = new Set<string>(entries);
  const own = (theme: Theme) => theme.members.filter(({ entry }) => !isExample.has(entry));
  const [mixed, only] = [
    linked.themes.filter((theme) => own(theme).length > 0),
    linked.themes.filter((theme) => own(theme).length === 0),
  ];
  const gone = new Set<string>(only.map((theme) => theme.id));
  const untouched = proposals.filter(
    (proposal) =>
      proposal.theme !== null &&
      gone.has(proposal.theme) &&
      proposal.editedAt === proposal.createdAt,
  );
  return {
    purge: [
      ...entries,
      ...only.map((theme) => theme.id),
      ...linked.judgements.map((judgement) => judgement.id),
      ...untouched.map((proposal) => proposal.id),
    ],
    themes: mixed.map((theme) => ({ ...theme, members: own(theme) })),
  };
}
