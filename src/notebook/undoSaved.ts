import type { Result } from "#base/Result.ts";
import type { Mark, ReadFailure } from "#core/journal/Vault.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import type { ThemeDecision } from "#core/theme/ThemeDecision.ts";
import { undoDecision } from "#core/theme/undoDecision.ts";
import { saveDecision } from "./saveDecision.ts";
import type { Workspace } from "./Workspace.ts";

/** Takes back a decision that was saved, leaving whatever else happened to its records since. */
export async function undoSaved(
  workspace: Workspace,
  decision: ThemeDecision,
): Promise<Result<Mark, ReadFailure>> {
  const themes: Theme[] = [];
  const judgements: Judgement[] = [];
  for (const { id } of [...decision.themes, ...decision.judgements]) {
    const opened = await workspace.vault.open(id);
    if (!opened.ok) return opened;
    const { record } = opened.value;
    if (record.kind === "theme") themes.push(record);
    if (record.kind === "judgement") judgements.push(record);
  }
  return saveDecision(
    workspace,
    undoDecision(decision, { themes, judgements }, workspace.clock.now()),
  );
}
