import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { ThemeId } from "#core/identifiers.ts";
import type { Prompt } from "#core/journal/Reader.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { answerPrompt, dismissTheme } from "#core/theme/changeTheme.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { changing, type ThemeDecision } from "#core/theme/ThemeDecision.ts";
import { saveDecision } from "#notebook/saveDecision.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** A prompt that was answered: the theme it became or was, and what to take back. */
export interface Answered {
  readonly theme: ThemeId;
  readonly decision: ThemeDecision;
}

/**
 * Answers the prompt on Today, so that it is asked once. "taken" makes a theme of it where the person
 * had not linked its entries; "not-a-theme" dismisses it.
 */
export async function answerKeepsComingBack(
  workspace: Workspace,
  prompt: Prompt,
  answer: "taken" | "not-a-theme",
): Promise<Result<Answered, ReadFailure>> {
  const at = workspace.clock.now();
  const answered = (theme: Theme) => {
    const next = answerPrompt(theme, at);
    return answer === "taken" ? next : dismissTheme(next, at);
  };
  let decision: ThemeDecision;
  let id = prompt.theme;
  if (id === null) {
    id = newId(workspace.random) as ThemeId;
    decision = changing([answered(makeTheme({ id, entries: prompt.entries, how: "found", at }))]);
  } else {
    const opened = await workspace.vault.open(id);
    if (!opened.ok) return opened;
    const { record } = opened.value;
    if (record.kind !== "theme") throw new TypeError("a theme id names a theme");
    decision = changing([answered(record)], [record]);
  }
  const saved = await saveDecision(workspace, decision);
  return saved.ok ? ok({ theme: id, decision }) : saved;
}
