import { CircleAlert } from "lucide-react";
import { useId } from "react";
import * as m from "#messages";
import "./BackupFileField.css";

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
  const id = useId();
  return (
    <div className="backup-file">
      <label className="backup-file__label" htmlFor={id}>
        {m.common_backup_file()}
      </label>
      <p className="backup-file__hint" id={`${id}-hint`}>
        {chosen?.name ?? m.common_backup_file_hint()}
      </p>
      <input
        id={id}
        type="file"
        className="backup-file__input"
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={isMissing || undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <p className="backup-file__error" id={`${id}-error`} aria-live="polite">
        {isMissing && (
          <>
            <CircleAlert size={20} strokeWidth={1.75} aria-hidden />{" "}
            {m.common_backup_file_missing()}
          </>
        )}
      </p>
    </div>
  );
}
