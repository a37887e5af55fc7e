import { useState } from "react";
import type { Random } from "#base/Random.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import { recoveryWordsFrom } from "./recoveryWordsFrom.ts";
import "./CheckRecoveryWords.css";

/** Two different places among the words, in order. The last step only skips one value: nothing rides on evenness. */
export function twoPlaces(count: number, random: Random): readonly [number, number] {
  const [a = 0, b = 0] = random.bytes(2);
  const first = a % count;
  const second = (first + 1 + (b % (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}

/** Asks for two of the words just shown, so that a code nobody wrote down is noticed now. */
export function CheckRecoveryWords({
  words,
  random,
  onRight,
  onShowAgain,
}: {
  readonly words: readonly string[];
  readonly random: Random;
  readonly onRight: () => void;
  readonly onShowAgain: () => void;
}) {
  const [places] = useState(() => twoPlaces(words.length, random));
  const [typed, setTyped] = useState<readonly [string, string]>(["", ""]);
  const [isTried, setTried] = useState(false);
  const isRight = (index: 0 | 1) => recoveryWordsFrom(typed[index])[0] === words[places[index]];
  const field = (index: 0 | 1) => (
    <TextField
      label={m.common_recovery_check_word({ number: places[index] + 1 })}
      value={typed[index]}
      onChange={(word) => setTyped(index === 0 ? [word, typed[1]] : [typed[0], word])}
      error={
        isTried && !isRight(index)
          ? m.common_recovery_check_wrong({ number: places[index] + 1 })
          : null
      }
      autoFocus={index === 0}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
  return (
    <form
      className="check-words"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isRight(0) && isRight(1)) onRight();
      }}
    >
      <p>{m.common_recovery_check()}</p>
      {field(0)}
      {field(1)}
      <div className="check-words__actions">
        <Button variant="main" type="submit">
          {m.common_recovery_check_action()}
        </Button>
        <Button variant="quiet" onPress={onShowAgain}>
          {m.common_recovery_show_again()}
        </Button>
      </div>
    </form>
  );
}
