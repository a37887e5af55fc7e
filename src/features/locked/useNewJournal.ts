import { useState } from "react";
import type { Cover } from "#core/journal/Cover.ts";
import type { NewJournal } from "#core/journal/Door.ts";

type Choices = Omit<NewJournal, "recoveryWords">;

/** What somebody has chosen so far for a journal that is not there yet, and what the door makes it of. */
export interface ChosenJournal extends Choices {
  readonly choose: (choice: Partial<Choices>) => void;
  readonly journal: (recoveryWords: readonly string[]) => NewJournal;
}

/** Starts from a cover that no shown journal has. */
export function useNewJournal(firstCover: Cover): ChosenJournal {
  const [chosen, setChosen] = useState<Choices>({
    cover: firstCover,
    hiddenName: null,
    passphrase: "",
  });
  return {
    ...chosen,
    choose: (choice) => setChosen((before) => ({ ...before, ...choice })),
    journal: (recoveryWords) => ({
      ...chosen,
      hiddenName: chosen.hiddenName?.trim() ?? null,
      recoveryWords,
    }),
  };
}
