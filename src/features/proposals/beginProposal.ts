import { newId } from "#base/newId.ts";
import type { ProposalId, ThemeId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { startProposal } from "#core/proposal/startProposal.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** So many of a theme's latest entries are read for telling sentences. */
const entriesRead = 60;

/** A draft from nothing but its title. */
export const draftFromNothing = (workspace: Workspace, title: string): Proposal => ({
  ...blankProposal(newId(workspace.random) as ProposalId, workspace.clock.now()),
  title: title.trim(),
});

/** A draft from what a theme's entries say; null where there is no such theme. */
export async function draftFromTheme(workspace: Workspace, id: ThemeId): Promise<Proposal | null> {
  const { reader } = workspace;
  const since = workspace.mark();
  const view = await reader.theme(id, since);
  if (view === null) return null;
  const latest = [...view.members]
    .sort((a, b) => b.line.happened.at - a.line.happened.at)
    .slice(0, entriesRead);
  const entries = await Promise.all(latest.map((member) => reader.entry(member.line.id, since)));
  return startProposal({
    id: newId(workspace.random) as ProposalId,
    theme: id,
    title: view.theme.name,
    entries: entries.flatMap((entry) => (entry && entry.deletedAt === null ? [entry] : [])),
    linkedEntries: view.size,
    terms: view.terms,
    now: workspace.clock.now(),
  });
}

/** Keeps a new draft. Resolves to whether it is committed. */
export async function keepNewProposal(workspace: Workspace, proposal: Proposal): Promise<boolean> {
  const saved = await workspace.vault.save([{ basis: null, next: proposal }]);
  if (saved.ok) workspace.wrote(saved.value.mark);
  return saved.ok;
}
