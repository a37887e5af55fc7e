import { useState } from "react";
import * as m from "#messages";
import { isLongEnough, NewPassphrase } from "#notebook/keys/NewPassphrase.tsx";
import { Button } from "#ui/Button.tsx";
import { emblemName } from "#ui/emblems.ts";
import { LockedFrame } from "./LockedFrame.tsx";
import type { ChosenJournal } from "./useNewJournal.ts";

/** The new journal's passphrase. */
export function ChoosePassphrase({
  subtitle,
  chosen,
  onNext,
  onBack,
}: {
  readonly subtitle: string;
  readonly chosen: ChosenJournal;
  readonly onNext: () => Promise<void>;
  readonly onBack: () => void;
}) {
  const { cover, hiddenName, passphrase, choose } = chosen;
  const [isTried, setTried] = useState(false);
  return (
    <LockedFrame title={m.locked_passphrase_title()} subtitle={subtitle} isRoomy>
      <form
        className="locked__form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isLongEnough(passphrase)) void onNext();
        }}
      >
        <p>{m.locked_passphrase_hint()}</p>
        <input
          className="unseen"
          type="text"
          name="username"
          autoComplete="username"
          value={hiddenName !== null ? m.locked_hidden_journal() : emblemName(cover)}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <NewPassphrase
          value={passphrase}
          onChange={(next) => choose({ passphrase: next })}
          isTried={isTried}
          autoFocus
        />
        <Button variant="main" type="submit">
          {m.common_next()}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {m.common_back()}
        </Button>
      </form>
    </LockedFrame>
  );
}
