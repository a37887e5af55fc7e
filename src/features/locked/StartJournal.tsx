import { useState } from "react";
import type { Random } from "#base/Random.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { CheckRecoveryWords } from "#notebook/keys/CheckRecoveryWords.tsx";
import { RecoveryWords } from "#notebook/keys/RecoveryWords.tsx";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import { Button } from "#ui/Button.tsx";
import { BeforeFirstEntry, type Beginning } from "./BeforeFirstEntry.tsx";
import { ChooseCover } from "./ChooseCover.tsx";
import { ChoosePassphrase } from "./ChoosePassphrase.tsx";
import { LockedFrame } from "./LockedFrame.tsx";

type Step = "cover" | "passphrase" | "words" | "check" | "note";
const steps: readonly Step[] = ["cover", "passphrase", "words", "check", "note"];

/** Starting a journal: cover, passphrase, recovery words, two of them, the note; nothing is stored before the words are checked. */
export function StartJournal({
  door,
  random,
  firstCover,
  onTrying,
  onOpened,
  onBack,
}: {
  readonly door: Door;
  readonly random: Random;
  /** A cover that no shown journal has. */
  readonly firstCover: Cover;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
  readonly onBack: () => void;
}) {
  const [step, setStep] = useState<Step>("cover");
  const [cover, setCover] = useState(firstCover);
  const [hiddenName, setHiddenName] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [words, setWords] = useState<readonly string[]>([]);
  const [beginning, setBeginning] = useState<Beginning>({ type: "underWay" });

  const showWords = async () => {
    setWords(await door.recoveryWords());
    setStep("words");
  };
  const begin = async () => {
    setStep("note");
    setBeginning({ type: "underWay" });
    onTrying();
    const begun = await door.begin({
      cover,
      hiddenName: hiddenName === null ? null : hiddenName.trim(),
      passphrase,
      recoveryWords: words,
    });
    setBeginning(
      begun.ok
        ? { type: "done", id: begun.value }
        : {
            type: "failed",
            text: storageFailureText(begun.error),
            again: begun.error.type === "NameTaken" ? async () => setStep("cover") : begin,
          },
    );
  };

  const subtitle = m.locked_step({ step: steps.indexOf(step) + 1, of: steps.length });
  switch (step) {
    case "cover":
      return (
        <ChooseCover
          key={step}
          door={door}
          subtitle={subtitle}
          cover={cover}
          onCover={setCover}
          hiddenName={hiddenName}
          onHiddenName={setHiddenName}
          onNext={() => setStep("passphrase")}
          onBack={onBack}
        />
      );
    case "passphrase":
      return (
        <ChoosePassphrase
          key={step}
          subtitle={subtitle}
          cover={cover}
          isHidden={hiddenName !== null}
          passphrase={passphrase}
          onPassphrase={setPassphrase}
          onNext={showWords}
          onBack={() => setStep("cover")}
        />
      );
    case "words":
      return (
        <LockedFrame key={step} title={m.locked_words_title()} subtitle={subtitle} isRoomy>
          <RecoveryWords words={words} />
          <p>{m.locked_no_back_door()}</p>
          <Button variant="main" onPress={() => setStep("check")}>
            {m.common_recovery_have_them()}
          </Button>
          <Button variant="quiet" onPress={() => setStep("passphrase")}>
            {m.common_back()}
          </Button>
        </LockedFrame>
      );
    case "check":
      return (
        <LockedFrame key={step} title={m.locked_check_title()} subtitle={subtitle}>
          <CheckRecoveryWords
            words={words}
            random={random}
            onRight={() => void begin()}
            onShowAgain={() => setStep("words")}
          />
        </LockedFrame>
      );
    case "note":
      return (
        <BeforeFirstEntry key={step} subtitle={subtitle} beginning={beginning} onOpen={onOpened} />
      );
  }
}
