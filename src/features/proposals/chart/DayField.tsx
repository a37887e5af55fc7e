import { useState } from "react";
import type { Day } from "#core/measure/Day.ts";
import * as m from "#messages";
import { dayText } from "#notebook/chart/dayText.ts";
import { TextField } from "#ui/TextField.tsx";
import { typedDay } from "./typedDay.ts";

/** A day that is always there: a date half typed or cleared stays in the field, the day stays as it was. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Day;
  readonly onChange: (day: Day) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const isMissing = typed !== null && typedDay(typed) === null;
  return (
    <TextField
      label={label}
      type="date"
      value={typed ?? value}
      error={isLeft && isMissing ? m.charts_error_date_stays({ on: dayText.whole(value) }) : null}
      onChange={(next) => {
        setTyped(next);
        setLeft(false);
        const day = typedDay(next);
        if (day !== null) onChange(day);
      }}
      onBlur={() => {
        setLeft(true);
        if (!isMissing) setTyped(null);
      }}
    />
  );
}
