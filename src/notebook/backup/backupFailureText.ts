import type { BackupFailure } from "#core/journal/Backup.ts";
import type { NameTaken, StorageFailure, TooLittleMemory } from "#core/journal/Door.ts";
import * as m from "#messages";
import { storageFailureText, unlockFailureText } from "#notebook/keys/unlockFailureText.ts";

/** Why a backup cannot be used, in words that say first that nothing has changed. `words` are those that were typed. */
export function backupFailureText(
  failure: BackupFailure | StorageFailure | TooLittleMemory | NameTaken,
  words: readonly string[],
): string {
  switch (failure.type) {
    case "NotARecoveryCode":
      return unlockFailureText(failure, { words, now: 0 });
    case "NotABackup":
      return m.common_backup_not_a_backup();
    case "OtherCode":
      return m.common_backup_other_code();
    case "NotAJournal":
      return m.common_backup_not_a_journal();
    case "BackupDamaged":
      return m.common_backup_damaged();
    case "BackupNewer":
      return m.common_backup_newer();
    case "FileUnreadable":
      return m.common_backup_file_unreadable();
    default:
      return storageFailureText(failure);
  }
}
