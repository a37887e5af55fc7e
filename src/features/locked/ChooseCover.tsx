import { useState } from "react";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { hiddenNameProblem } from "#notebook/keys/hiddenNameProblem.ts";
import { setSharedDevice, useSharedDevice } from "#notebook/sharedDevice.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { Emblem } from "#ui/Emblem.tsx";
import { EmblemPicker } from "#ui/EmblemPicker.tsx";
import { TextField } from "#ui/TextField.tsx";
import { LockedFrame } from "./LockedFrame.tsx";
import type { ChosenJournal } from "./useNewJournal.ts";

/** What the new journal is known by: a cover, or a name that is typed to find it. */
export function ChooseCover({
  door,
  subtitle,
  chosen,
  onNext,
  onBack,
}: {
  readonly door: Door;
  readonly subtitle: string;
  readonly chosen: ChosenJournal;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) {
  const { cover, hiddenName, choose } = chosen;
  const isShared = useSharedDevice();
  const [problem, setProblem] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const next = async () => {
    if (hiddenName !== null) {
      setLooking(true);
      const wrong = await hiddenNameProblem(door, hiddenName, null);
      setLooking(false);
      setProblem(wrong);
      if (wrong !== null) return;
    }
    onNext();
  };
  return (
    <LockedFrame
      title={m.locked_cover_title()}
      subtitle={subtitle}
      above={
        <div className="locked__face">
          <Emblem look={cover} />
        </div>
      }
      isRoomy
    >
      <form
        className="locked__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLooking) void next();
        }}
      >
        <p>{m.locked_cover_hint()}</p>
        <EmblemPicker
          symbolLabel={m.common_cover_symbol()}
          colourLabel={m.common_cover_colour()}
          value={cover}
          onChange={(cover) => choose({ cover })}
        />
        <CheckField
          isSelected={isShared}
          onChange={(shared) => {
            setSharedDevice(shared);
            if (shared) void door.forgetDevice();
          }}
          description={m.common_shared_device_hint()}
        >
          {m.common_shared_device()}
        </CheckField>
        <CheckField
          isSelected={hiddenName !== null}
          onChange={(isHidden) => choose({ hiddenName: isHidden ? "" : null })}
          description={m.common_hide_hint()}
        >
          {m.common_hide_journal()}
        </CheckField>
        {hiddenName !== null && (
          <TextField
            label={m.common_hidden_name()}
            description={m.common_hidden_name_hint()}
            value={hiddenName}
            onChange={(hiddenName) => choose({ hiddenName })}
            error={problem}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <Button variant="main" type="submit" isPending={isLooking}>
          {m.common_next()}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {m.common_back()}
        </Button>
      </form>
    </LockedFrame>
  );
}
