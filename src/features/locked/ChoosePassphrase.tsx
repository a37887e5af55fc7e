import { useState } from "react";
import type { Cover } from "#core/journal/Cover.ts";
import * as m from "#messages";
import { isLongEnough, NewPassphrase } from "#notebook/keys/NewPassphrase.tsx";
import { Button } from "#ui/Button.tsx";
import { emblemName } from "#ui/emblems.ts";
import { LockedFrame } from "./LockedFrame.tsx";

/** The new journal's passphrase. */
export function ChoosePassphrase({
  subtitle,
  cover,
  isHidden,
  passphrase,
  onPassphrase,
  onNext,
  onBack,
}: {
  readonly subtitle: string;
  readonly cover: Cover;
  readonly isHidden: boolean;
  readonly passphrase: string;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onNext: () => Promise<void>;
  readonly onBack: () => void;
}) {
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
          value={isHidden ? m.locked_hidden_journal() : emblemName(cover)}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <NewPassphrase value={passphrase} onChange={onPassphrase} isTried={isTried} autoFocus />
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
