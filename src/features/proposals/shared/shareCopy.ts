import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { excerptOf } from "./shareableQuotes.ts";
import type { SharingCopy } from "./useSharing.ts";

/** Keeps the copy in the team's space; it goes out by itself. Resolves to the copy's id. */
export async function shareCopy(
  workspace: Workspace,
  team: Space,
  { copy, going }: Pick<SharingCopy, "copy" | "going">,
): Promise<Result<SharedId, ReadFailure>> {
  const id = newId(workspace.random) as SharedId;
  const next = shareProposal(copy, {
    id,
    space: team.id,
    by: team.me,
    now: workspace.clock.now(),
    excerpts: going.map(({ of, text }) => excerptOf(of, text, team.me, workspace.random)),
  });
  const saved = await workspace.vault.save([{ basis: null, next }]);
  if (!saved.ok) return saved;
  workspace.wrote(saved.value.mark);
  return ok(id);
}
