import { useState } from "react";
import type { Unlocking } from "#core/journal/Door.ts";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";

/** What somebody types to show that the journal is theirs. */
export interface ProofTyped {
  readonly way: Unlocking["type"];
  readonly typed: string;
  readonly words: readonly string[];
  readonly isEmpty: boolean;
  readonly type: (typed: string) => void;
  readonly useOther: () => void;
  readonly proof: () => Unlocking;
}

/** Keeps what is typed as proof: a passphrase, or the recovery words instead. */
export function useProof(): ProofTyped {
  const [way, setWay] = useState<Unlocking["type"]>("passphrase");
  const [typed, setTyped] = useState("");
  const words = recoveryWordsFrom(typed);
  return {
    way,
    typed,
    words,
    isEmpty: typed.trim() === "",
    type: setTyped,
    useOther: () => {
      setWay(way === "passphrase" ? "recovery" : "passphrase");
      setTyped("");
    },
    proof: () =>
      way === "passphrase"
        ? { type: "passphrase", passphrase: typed }
        : { type: "recovery", words },
  };
}
