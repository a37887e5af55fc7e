import { useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import { LockedFrame } from "./LockedFrame.tsx";

/** A journal whose cover is not shown is found by typing its name. */
export function FindHidden({
  door,
  onFound,
  onBack,
}: {
  readonly door: Door;
  readonly onFound: (id: JournalId) => void;
  readonly onBack: () => void;
}) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const look = async () => {
    if (name.trim() === "") {
      setProblem(m.locked_hidden_empty());
      return;
    }
    setLooking(true);
    const found = await door.findHidden(name);
    setLooking(false);
    if (found.ok) onFound(found.value);
    else if (found.error.type === "NoSuchJournal") setProblem(m.locked_hidden_none());
    else setProblem(storageFailureText(found.error));
  };
  return (
    <LockedFrame title={m.locked_hidden_title()}>
      <form
        className="locked__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLooking) void look();
        }}
      >
        <TextField
          label={m.locked_hidden_name()}
          description={m.locked_hidden_hint()}
          value={name}
          onChange={setName}
          error={problem}
          autoFocus
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button variant="main" type="submit" isWide isPending={isLooking}>
          {isLooking ? m.locked_looking() : m.locked_hidden_open()}
        </Button>
        <Button variant="quiet" isWide onPress={onBack}>
          {m.common_back()}
        </Button>
      </form>
    </LockedFrame>
  );
}
