import type { BackupContents } from "#core/journal/Backup.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import "./BackupContentsList.css";

/** What a backup holds, counted. */
export function BackupContentsList({ contents }: { readonly contents: BackupContents }) {
  const { madeAt, entries, others, drafts, versions, earliest, latest } = contents;
  return (
    <ul className="backup-contents">
      <li>{m.common_backup_made({ when: momentText.dayAndTime(madeAt) })}</li>
      <li>
        {m.common_backup_entries({ count: entries })}
        {earliest !== null && latest !== null && (
          <>
            {". "}
            {m.common_backup_span({
              first: momentText.day(earliest),
              last: momentText.day(latest),
            })}
          </>
        )}
      </li>
      {others > 0 && <li>{m.common_backup_others({ count: others })}</li>}
      {versions > 0 && <li>{m.common_backup_versions({ count: versions })}</li>}
      {drafts > 0 && <li>{m.common_backup_drafts({ count: drafts })}</li>}
    </ul>
  );
}
