import type { ModelId } from "#core/identifiers.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { asModel } from "./asModel.ts";

/** Takes the deletion of a model back. */
export async function bringBackModel(workspace: Workspace, id: ModelId): Promise<void> {
  const found = await workspace.vault.open(id);
  const model = found.ok ? asModel(found.value.record) : null;
  if (!found.ok || model === null) return;
  const next = { ...model, editedAt: workspace.clock.now(), deletedAt: null };
  const saved = await workspace.vault.save([{ basis: found.value.basis, next }]);
  if (saved.ok) workspace.wrote(saved.value.mark);
}
