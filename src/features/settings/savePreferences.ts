import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import { type Preferences, preferencesId } from "#core/preferences/Preferences.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** Keeps a changed choice; the rest stays as it is, whatever another tab or device chose meanwhile. */
export async function savePreferences(
  { vault, reader, clock, mark, wrote }: Workspace,
  change: Partial<Pick<Preferences, "lockMinutes" | "reminders">>,
): Promise<Result<null, ReadFailure>> {
  const opened = await vault.open(preferencesId);
  if (!opened.ok && opened.error.type !== "NotFound") return opened;
  const now = clock.now();
  const kept = opened.ok && opened.value.record.kind === "preferences" ? opened.value.record : null;
  const before = kept ?? { ...(await reader.preferences(mark())), createdAt: now };
  const saved = await vault.save([
    { basis: opened.ok ? opened.value.basis : null, next: { ...before, ...change, editedAt: now } },
  ]);
  if (!saved.ok) return saved;
  wrote(saved.value.mark);
  return { ok: true, value: null };
}
