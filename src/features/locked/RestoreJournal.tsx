import { useEffect, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { BackupContents } from "#core/journal/Backup.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { BackupContentsList } from "#notebook/backup/BackupContentsList.tsx";
import { BackupFileField } from "#notebook/backup/BackupFileField.tsx";
import { backupFailureText } from "#notebook/backup/backupFailureText.ts";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { ChooseCover } from "./ChooseCover.tsx";
import { ChoosePassphrase } from "./ChoosePassphrase.tsx";
import { LockedFrame } from "./LockedFrame.tsx";
import { useBackupProgress } from "./useBackupProgress.ts";
import { useNewJournal } from "./useNewJournal.ts";
import type { Steps } from "./useStepsInHistory.ts";

export type RestoreStep = "file" | "found" | "cover" | "passphrase" | "restoring" | "restored";

/** A journal out of a backup: the file and its words, what is in it, a cover, a passphrase. Nothing is stored before the last step. */
export function RestoreJournal({
  door,
  firstCover,
  step,
  steps,
  onTrying,
  onOpened,
}: {
  readonly door: Door;
  /** A cover that no shown journal has, where the backup brings none. */
  readonly firstCover: Cover;
  readonly step: RestoreStep;
  readonly steps: Steps<RestoreStep>;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [contents, setContents] = useState<BackupContents | null>(null);
  const chosen = useNewJournal(firstCover);
  const [restored, setRestored] = useState<JournalId | null>(null);
  const [isOpening, setOpening] = useState(false);
  const progress = useBackupProgress(door, isReading || step === "restoring");
  const words = recoveryWordsFrom(typed);
  // The reader is ready by the time the journal is.
  useEffect(() => {
    if (step === "restoring") onTrying();
  }, [step, onTrying]);

  const read = async (from: File) => {
    setReading(true);
    setProblem(null);
    const found = await door.readBackup(from, words);
    setReading(false);
    if (!found.ok) {
      setProblem(backupFailureText(found.error, words));
      return;
    }
    setContents(found.value);
    chosen.choose({ cover: found.value.cover ?? firstCover });
    steps.next("found");
  };
  const restore = async () => {
    if (file === null) return;
    steps.settle("restoring");
    const done = await door.restore(file, chosen.journal(words));
    if (done.ok) {
      setRestored(done.value);
      steps.settle("restored");
      return;
    }
    setProblem(`${m.locked_restore_failed()} ${backupFailureText(done.error, words)}`);
    await steps.restart(done.error.type === "NameTaken" ? "cover" : "file");
  };

  switch (step) {
    case "file":
      return (
        <LockedFrame key={step} title={m.locked_restore_title()} isRoomy>
          <form
            className="locked__form"
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (!isReading && file !== null && words.length > 0) void read(file);
            }}
          >
            <p>{m.locked_restore_about()}</p>
            <BackupFileField
              chosen={file}
              onChoose={setFile}
              isMissing={isTried && file === null}
            />
            <RecoveryWordsField value={typed} onChange={setTyped} />
            {problem !== null && <Notice tone="danger">{problem}</Notice>}
            {isReading && <ProgressBar label={m.common_backup_reading()} value={progress} />}
            <Button variant="main" type="submit" isPending={isReading}>
              {m.locked_restore_read()}
            </Button>
            <Button variant="quiet" onPress={steps.back}>
              {m.common_back()}
            </Button>
          </form>
        </LockedFrame>
      );
    case "found":
      return (
        <LockedFrame key={step} title={m.locked_restore_title()} isRoomy>
          <p>{m.locked_restore_found()}</p>
          {contents && <BackupContentsList contents={contents} />}
          <Button variant="main" onPress={() => steps.next("cover")}>
            {m.locked_restore_next()}
          </Button>
          <Button variant="quiet" onPress={steps.back}>
            {m.common_back()}
          </Button>
        </LockedFrame>
      );
    case "cover":
      return (
        <ChooseCover
          key={step}
          door={door}
          subtitle={problem ?? m.locked_restore_title()}
          chosen={chosen}
          onNext={() => steps.next("passphrase")}
          onBack={steps.back}
        />
      );
    case "passphrase":
      return (
        <ChoosePassphrase
          key={step}
          subtitle={m.locked_restore_passphrase()}
          chosen={chosen}
          onNext={restore}
          onBack={steps.back}
        />
      );
    case "restoring":
      return (
        <LockedFrame key={step} title={m.locked_restoring()}>
          <ProgressBar label={m.locked_restoring()} value={progress} />
        </LockedFrame>
      );
    case "restored":
      return (
        <LockedFrame key={step} title={m.locked_restored()}>
          <p>{m.locked_restored_about()}</p>
          <Button
            variant="main"
            isPending={isOpening}
            onPress={() => {
              if (restored === null) return;
              setOpening(true);
              void onOpened(restored);
            }}
          >
            {m.locked_open_journal()}
          </Button>
        </LockedFrame>
      );
  }
}
