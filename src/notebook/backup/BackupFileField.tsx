import * as m from "#messages";
import { FileField } from "#ui/FileField.tsx";

/** A field for one backup file. `isMissing` says that one has to be chosen. */
export function BackupFileField({
  chosen,
  onChoose,
  isMissing,
}: {
  readonly chosen: File | null;
  readonly onChoose: (file: File | null) => void;
  readonly isMissing: boolean;
}) {
  return (
    <FileField
      label={m.common_backup_file()}
      hint={chosen?.name ?? m.common_backup_file_hint()}
      error={isMissing ? m.common_backup_file_missing() : null}
      onChoose={onChoose}
    />
  );
}
