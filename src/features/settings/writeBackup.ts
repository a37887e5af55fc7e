import type { BackupWriteFailure } from "#core/journal/Vault.ts";
import type { SavingPlace } from "#notebook/saving/SavingPlace.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** How a backup ended. */
export type BackupEnd =
  | {
      readonly type: "written";
      readonly items: number;
      readonly leftOut: number;
      /** Still to be handed over on a press; null where it is saved. */
      readonly file: File | null;
    }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly failure: BackupWriteFailure }
  /** The file could not be written; `name` is the DOMException's. */
  | { readonly type: "unwritable"; readonly name: string };

/** Has the vault make a backup, a part at a time, and saves each as it comes. */
export async function writeBackup(
  { vault }: Workspace,
  place: SavingPlace,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<BackupEnd> {
  const given = async (end: BackupEnd): Promise<BackupEnd> => {
    await place.drop().catch(() => undefined);
    await vault.endBackup(false);
    return end;
  };
  const begun = await vault.beginBackup();
  if (!begun.ok) return given({ type: "failed", failure: begun.error });
  try {
    for (;;) {
      const part = await vault.nextBackupPart();
      if (signal.aborted) return await given({ type: "cancelled" });
      if (!part.ok) return await given({ type: "failed", failure: part.error });
      const { bytes, done, items, total, isLast, leftOut } = part.value;
      await place.write(bytes);
      onProgress(done, total);
      if (!isLast) continue;
      const file = await place.finish();
      if (file === null) await vault.endBackup(true);
      return { type: "written", items, leftOut, file };
    }
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    return given({ type: "unwritable", name: fault.name });
  }
}
