import { FileCheck2, HardDriveDownload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { savingPlace } from "#notebook/saving/SavingPlace.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { BackupEndNotice } from "./BackupEndNotice.tsx";
import { BackupKeyFold } from "./BackupKeyFold.tsx";
import { BackupStateLine } from "./BackupStateLine.tsx";
import { CheckBackupDialog } from "./CheckBackupDialog.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { TypeCodeDialog } from "./TypeCodeDialog.tsx";
import { type BackupEnd, writeBackup } from "./writeBackup.ts";

type Step =
  | { readonly type: "resting" }
  | { readonly type: "writing"; readonly done: number; readonly total: number }
  | { readonly type: "ended"; readonly name: string; readonly end: BackupEnd };

/** The name that a backup is saved under: what it is and the local day, nothing of the person's. */
function backupName(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `headroom-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.age`;
}

/** Backing up, checking a backup, and the way to one without this app. */
export function BackupSection({
  workspace,
  door,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
}) {
  const [step, setStep] = useState<Step>({ type: "resting" });
  const [open, setOpen] = useState<"check" | "code" | null>(null);
  const running = useRef<AbortController | null>(null);
  const known = useReading(workspace, ["backup"], () => workspace.vault.backupState());
  useEffect(() => () => running.current?.abort(), []);
  const { hash } = useLocation();
  useEffect(() => {
    // The place is drawn after the address is gone to, so the browser has not found it.
    if (hash === "#backup") document.getElementById("backup")?.scrollIntoView();
  }, [hash]);
  const state = known.data?.ok ? known.data.value : null;

  const backUp = async () => {
    const name = backupName(workspace.clock.now());
    const place = await savingPlace({
      name,
      type: "application/octet-stream",
      picks: true,
      shares: true,
    });
    if (place === null) return;
    const abort = new AbortController();
    running.current = abort;
    setStep({ type: "writing", done: 0, total: 0 });
    const end = await writeBackup(workspace, place, abort.signal, (done, total) =>
      setStep({ type: "writing", done, total }),
    );
    running.current = null;
    await known.refetch();
    setStep({ type: "ended", name, end });
    if (end.type === "written" && end.file === null)
      announce(m.settings_backup_saved({ name, count: end.items }));
  };
  const handed = async () => {
    if (step.type !== "ended" || step.end.type !== "written") return;
    await workspace.vault.endBackup(true);
    await known.refetch();
    setStep({ ...step, end: { ...step.end, file: null } });
  };

  return (
    <SettingsSection title={m.settings_backup()} anchor="backup">
      <p className="settings__hint">{m.settings_backup_about()}</p>
      {state && <BackupStateLine state={state} />}
      {step.type === "ended" && (
        <BackupEndNotice name={step.name} end={step.end} onHanded={() => void handed()} />
      )}
      {step.type === "writing" ? (
        <>
          <ProgressBar
            label={
              step.total === 0
                ? m.settings_backup_finishing()
                : m.settings_backup_writing({ done: step.done, count: step.total })
            }
            {...(step.total > 0 && { value: step.done, max: step.total })}
          />
          <Button onPress={() => running.current?.abort()}>{m.common_cancel()}</Button>
        </>
      ) : (
        <div className="settings__row">
          <Button
            icon={HardDriveDownload}
            isDisabled={state === null}
            onPress={() => {
              if (state?.recipient === null) setOpen("code");
              else void backUp();
            }}
          >
            {m.settings_backup_now()}
          </Button>
          <Button variant="quiet" icon={FileCheck2} onPress={() => setOpen("check")}>
            {m.settings_backup_check()}
          </Button>
        </div>
      )}
      <BackupKeyFold door={door} recipient={state?.recipient ?? null} />
      {open === "check" && (
        <CheckBackupDialog workspace={workspace} onClose={() => setOpen(null)} />
      )}
      {open === "code" && (
        <TypeCodeDialog
          workspace={workspace}
          onKnown={() => void known.refetch()}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsSection>
  );
}
