import { useState } from "react";
import type { Random } from "#base/Random.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { CheckRecoveryWords } from "./CheckRecoveryWords.tsx";
import { RecoveryWords } from "./RecoveryWords.tsx";

/** Shows fresh recovery words, then asks for two of them, and shows them again to whoever wants to look once more. */
export function NoteRecoveryWords({
  words,
  random,
  onRight,
}: {
  readonly words: readonly string[];
  readonly random: Random;
  readonly onRight: () => void;
}) {
  const [isChecking, setChecking] = useState(false);
  if (isChecking) {
    return (
      <CheckRecoveryWords
        words={words}
        random={random}
        onRight={onRight}
        onShowAgain={() => setChecking(false)}
      />
    );
  }
  return (
    <>
      <RecoveryWords words={words} />
      <Button variant="main" onPress={() => setChecking(true)}>
        {m.common_recovery_have_them()}
      </Button>
    </>
  );
}
