import { Share2 } from "lucide-react";
import * as m from "#messages";
import { download } from "#notebook/saving/download.ts";
import { handOver } from "#notebook/saving/SavingPlace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { readFailureText } from "./readFailureText.ts";
import type { BackupEnd } from "./writeBackup.ts";

/** What became of a backup; one that waits to be handed on may be, from here. */
export function BackupEndNotice({
  name,
  end,
  onHanded,
}: {
  readonly name: string;
  readonly end: BackupEnd;
  readonly onHanded: () => void;
}) {
  switch (end.type) {
    case "cancelled":
      return <Notice>{m.settings_backup_cancelled()}</Notice>;
    case "unwritable":
      return <Notice tone="danger">{m.settings_backup_failed({ name: end.name })}</Notice>;
    case "failed":
      return end.failure.type === "NeedsRecoveryCode" ? null : (
        <Notice tone="danger">{readFailureText(end.failure)}</Notice>
      );
    case "written": {
      const { file } = end;
      if (file !== null)
        return (
          <Notice
            tone="ok"
            actions={
              <>
                <Button
                  variant="main"
                  icon={Share2}
                  onPress={() => void handOver(file).then((isDone) => isDone && onHanded())}
                >
                  {m.settings_backup_share()}
                </Button>
                <Button
                  onPress={() => {
                    download(file);
                    onHanded();
                  }}
                >
                  {m.settings_backup_download()}
                </Button>
              </>
            }
          >
            {m.settings_backup_ready({ name })}
          </Notice>
        );
      return (
        <Notice tone="ok">
          <p>{m.settings_backup_saved({ name, count: end.items })}</p>
          {end.leftOut > 0 && <p>{m.settings_backup_left_out({ count: end.leftOut })}</p>}
        </Notice>
      );
    }
  }
}
