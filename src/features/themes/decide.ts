import type { ThemeId } from "#core/identifiers.ts";
import type { Edit } from "#core/journal/Vault.ts";
import type { Theme } from "#core/theme/Theme.ts";
import type { ThemeDecision } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { undoSaved } from "#notebook/undoSaved.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { notify } from "#ui/toasts.ts";

/** What `decide` works with. */
export interface Deciding {
  /** Themes to decide about, in the order in which `decision` is given them. */
  readonly themes: readonly ThemeId[];
  readonly decision: (themes: readonly Theme[], at: Theme["editedAt"]) => ThemeDecision;
  /** What is said, with a way to undo, once it is kept. */
  readonly said: string;
}

/**
 * Changes themes as they stand now, in one transaction, and offers to undo it. Deciding on the
 * stored state, not on what was on screen, keeps what another tab did meanwhile. Resolves to the
 * themes as decided, or null where nothing was kept (and the person has been told).
 */
export async function decide(
  workspace: Workspace,
  { themes: ids, decision: make, said }: Deciding,
): Promise<readonly Theme[] | null> {
  const failed = () => {
    notify({ text: m.themes_toast_failed() });
    return null;
  };
  const opened = await Promise.all(ids.map((id) => workspace.vault.open(id)));
  const themes: Theme[] = [];
  const bases = new Map<ThemeId, Uint8Array>();
  for (const each of opened) {
    if (!each.ok || each.value.record.kind !== "theme") return failed();
    themes.push(each.value.record);
    bases.set(each.value.record.id, each.value.basis);
  }
  const decision = make(themes, workspace.clock.now());
  const edits = decision.themes.map((next): Edit => ({ basis: bases.get(next.id) ?? null, next }));
  if (edits.length === 0) return [];
  const saved = await workspace.vault.save(edits);
  if (!saved.ok) return failed();
  workspace.wrote(saved.value.mark);
  const undo = async () => {
    const undone = await undoSaved(workspace, decision);
    notify({ text: undone.ok ? m.themes_toast_undone() : m.themes_toast_failed() });
  };
  notify({ text: said, undo: () => void undo() });
  return decision.themes;
}
