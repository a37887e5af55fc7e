import { HeartHandshake, TriangleAlert } from "lucide-react";
import type { Feeling } from "#core/entry/Entry.ts";
import * as m from "#messages";
import { ChipRow } from "#ui/ChipRow.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";

/** "Went well", "Got in the way", or neither; choosing one lets go of the other. */
export function FeelingChips({
  value,
  onChange,
}: {
  readonly value: Feeling;
  readonly onChange: (feeling: Feeling) => void;
}) {
  const toggle = (feeling: Feeling) => (isOn: boolean) => onChange(isOn ? feeling : "neither");
  return (
    <ChipRow role="group" aria-label={m.notebook_feeling()}>
      <ToggleChip
        icon={HeartHandshake}
        isSelected={value === "went-well"}
        onChange={toggle("went-well")}
      >
        {m.notebook_went_well()}
      </ToggleChip>
      <ToggleChip
        icon={TriangleAlert}
        isSelected={value === "got-in-the-way"}
        onChange={toggle("got-in-the-way")}
      >
        {m.notebook_got_in_the_way()}
      </ToggleChip>
    </ChipRow>
  );
}
