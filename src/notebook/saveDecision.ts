import { ok, type Result } from "#base/Result.ts";
import type { Edit, Mark, ReadFailure } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { ThemeDecision } from "#core/theme/ThemeDecision.ts";
import type { Workspace } from "./Workspace.ts";

/** Stores all that a decision about themes changes, or none of it, and tells the page. */
export async function saveDecision(
  workspace: Workspace,
  decision: ThemeDecision,
): Promise<Result<Mark, ReadFailure>> {
  const known = new Set<RecordId>(
    [...decision.before, ...decision.renewed].map((record) => record.id),
  );
  const edits: Edit[] = [];
  for (const next of [...decision.themes, ...decision.judgements]) {
    if (!known.has(next.id)) {
      edits.push({ basis: null, next });
      continue;
    }
    const opened = await workspace.vault.open(next.id);
    if (!opened.ok) return opened;
    edits.push({ basis: opened.value.basis, next });
  }
  if (edits.length === 0) return ok(workspace.mark());
  const saved = await workspace.vault.save(edits);
  if (!saved.ok) return saved;
  workspace.wrote(saved.value.mark);
  return ok(saved.value.mark);
}
