import type { BackupState } from "#core/journal/Backup.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";

/** When the last backup was made, and how much is in none. */
export function BackupStateLine({ state }: { readonly state: BackupState }) {
  const { lastAt, atRisk, atRiskOrMore } = state;
  const last =
    lastAt === null
      ? m.settings_backup_none()
      : m.settings_backup_last({ when: momentText.dayAndTime(lastAt) });
  const risk = atRiskOrMore
    ? m.settings_backup_at_risk_many({ count: atRisk })
    : m.settings_backup_at_risk({ count: atRisk });
  const isAll = lastAt !== null && atRisk === 0;
  return (
    <p>
      {last} {isAll ? m.settings_backup_all() : atRisk > 0 && risk}
    </p>
  );
}
