import { ok, type Result } from "#base/Result.ts";
import type { Basis, ReadFailure } from "#core/journal/Vault.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** Stores a model; `basis` null makes it new. Resolves to the basis for the next change. */
export async function saveModel(
  workspace: Workspace,
  next: OwnModel,
  basis: Basis | null,
): Promise<Result<{ readonly basis: Basis }, ReadFailure>> {
  const saved = await workspace.vault.save([{ basis, next }]);
  if (!saved.ok) return saved;
  workspace.wrote(saved.value.mark);
  const [first] = saved.value.saved;
  if (!first) throw new RangeError("a save answers every edit");
  return ok({ basis: first.merged.basis });
}
