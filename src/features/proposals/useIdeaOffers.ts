import { ideaSentences } from "#core/proposal/ideaSentences.ts";
import type { Proposal, Quote } from "#core/proposal/Proposal.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** So many of a theme's latest entries are read for ideas. */
const entriesRead = 60;

/** Sentences that may carry an idea, from the entries of the proposal's theme or those it quotes. */
export function useIdeaOffers(workspace: Workspace, proposal: Proposal): readonly Quote[] {
  const quoted = [...new Set(proposal.problem.quotes.map((quote) => quote.entry))];
  const { data } = useReading(
    workspace,
    ["ideaOffers", proposal.theme, quoted],
    async (reader, since) => {
      const theme = proposal.theme === null ? null : await reader.theme(proposal.theme, since);
      const ids =
        theme === null
          ? quoted
          : [...theme.members]
              .sort((a, b) => b.line.happened.at - a.line.happened.at)
              .slice(0, entriesRead)
              .map((member) => member.line.id);
      const entries = await Promise.all(ids.map((id) => reader.entry(id, since)));
      return ideaSentences(
        entries.flatMap((entry) => (entry && entry.deletedAt === null ? [entry] : [])),
        theme?.terms ?? [],
      );
    },
  );
  return data ?? [];
}
