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
import { useNewJournal } from "./useNewJournal.ts";
import type { Steps } from "./useStepsInHistory.ts";

const order = ["cover", "passphrase", "words", "check", "note"] as const;
export type StartStep = (typeof order)[number];

/** Starting a journal: cover, passphrase, recovery words, two of them, the note; nothing is stored before the words are checked. */
export function StartJournal({
  door,
  random,
  firstCover,
  step,
  steps,
  onTrying,
  onOpened,
}: {
  readonly door: Door;
  readonly random: Random;
  /** A cover that no shown journal has. */
  readonly firstCover: Cover;
  readonly step: StartStep;
  readonly steps: Steps<StartStep>;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
}) {
  const chosen = useNewJournal(firstCover);
  const [words, setWords] = useState<readonly string[]>([]);
  const [beginning, setBeginning] = useState<Beginning>({ type: "underWay" });

  const showWords = async () => {
    // They may be on paper already: they stay the same for as long as this journal is being started.
    if (words.length === 0) setWords(await door.recoveryWords());
    steps.next("words");
  };
  const begin = async () => {
    steps.settle("note");
    setBeginning({ type: "underWay" });
    onTrying();
    const begun = await door.begin(chosen.journal(words));
    setBeginning(
      begun.ok
        ? { type: "done", id: begun.value }
        : {
            type: "failed",
            text: storageFailureText(begun.error),
            again: begun.error.type === "NameTaken" ? () => steps.restart("cover") : begin,
          },
    );
  };

  const subtitle = m.locked_step({ step: order.indexOf(step) + 1, of: order.length });
  switch (step) {
    case "cover":
      return (
        <ChooseCover
          key={step}
          door={door}
          subtitle={subtitle}
          chosen={chosen}
          onNext={() => steps.next("passphrase")}
          onBack={steps.back}
        />
      );
    case "passphrase":
      return (
        <ChoosePassphrase
          key={step}
          subtitle={subtitle}
          chosen={chosen}
          onNext={showWords}
          onBack={steps.back}
        />
      );
    case "words":
      return (
        <LockedFrame key={step} title={m.locked_words_title()} subtitle={subtitle} isRoomy>
          <RecoveryWords words={words} />
          <p>{m.locked_no_back_door()}</p>
          <Button variant="main" onPress={() => steps.next("check")}>
            {m.common_recovery_have_them()}
          </Button>
          <Button variant="quiet" onPress={steps.back}>
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
            onShowAgain={steps.back}
          />
        </LockedFrame>
      );
    case "note":
      return (
        <BeforeFirstEntry key={step} subtitle={subtitle} beginning={beginning} onOpen={onOpened} />
      );
  }
}
