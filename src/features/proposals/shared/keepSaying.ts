import { newId } from "#base/newId.ts";
import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Comment, Thanks } from "#core/space/SharedRecord.ts";
import type { Space } from "#core/space/Space.ts";
import type { Saying } from "#core/space/sayInSpace.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** A saying of one's own in a space, now. */
export const sayingNow = (workspace: Workspace, space: Space, text: string): Saying => ({
  id: newId(workspace.random) as SharedId,
  space: space.id,
  by: space.me,
  now: workspace.clock.now(),
  text,
});

/** Keeps what was said; it goes out by itself. */
export async function keepSaying(
  workspace: Workspace,
  next: Comment | Thanks,
): Promise<Result<unknown, ReadFailure>> {
  const saved = await workspace.vault.save([{ basis: null, next }]);
  if (saved.ok) workspace.wrote(saved.value.mark);
  return saved;
}

/** Takes back what one said oneself. */
export async function takeBack(
  workspace: Workspace,
  said: Comment | Thanks,
): Promise<Result<unknown, ReadFailure>> {
  const opened = await workspace.vault.open(said.id);
  if (!opened.ok) return opened;
  const now = workspace.clock.now();
  const next = { ...said, text: "", deletedAt: now, editedAt: now };
  const saved = await workspace.vault.save([{ basis: opened.value.basis, next }]);
  if (saved.ok) workspace.wrote(saved.value.mark);
  return saved;
}
