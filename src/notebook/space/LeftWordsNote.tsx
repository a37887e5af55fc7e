import { BookOpen } from "lucide-react";
import { useState } from "react";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { KeptNote } from "../KeptNote.tsx";
import { readFailureText } from "../readFailureText.ts";
import type { LeftWords } from "./useLeftWords.ts";
import "./LeftWordsNote.css";

/** Offers a person their own words that reach nobody in a team any more: once, to keep in their journal or not. */
export function LeftWordsNote({
  words: { count, texts, keep, drop },
  says,
}: {
  readonly words: LeftWords;
  /** Why they are offered. */
  readonly says: string;
}) {
  const [kept, setKept] = useState<EntryId | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const keepThem = async () => {
    setBusy(true);
    const done = await keep();
    setBusy(false);
    setProblem(done.ok ? null : readFailureText(done.error));
    if (!done.ok) return;
    setKept(done.value);
    focusPageHeading();
  };
  const dropThem = async () => {
    setBusy(true);
    await drop();
    setBusy(false);
    focusPageHeading();
  };
  return (
    <>
      {count > 0 && (
        <Notice
          actions={
            <>
              {texts.length > 0 && (
                <Button icon={BookOpen} isPending={isBusy} onPress={() => void keepThem()}>
                  {m.team_left_words_keep()}
                </Button>
              )}
              <Button variant="quiet" isPending={isBusy} onPress={() => void dropThem()}>
                {m.team_left_words_drop()}
              </Button>
            </>
          }
        >
          <p>{says}</p>
          {texts.map((text) => (
            <p key={text} className="left-words__one own-words">
              {text}
            </p>
          ))}
        </Notice>
      )}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <KeptNote kept={kept} />
    </>
  );
}
