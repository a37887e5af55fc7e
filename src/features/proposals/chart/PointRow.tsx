import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Day } from "#core/measure/Day.ts";
import { type NotAValue, readValue } from "#core/measure/readValue.ts";
import * as m from "#messages";
import { dayText } from "#notebook/chart/dayText.ts";
import { numberText } from "#notebook/chart/numberText.ts";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import { typedDay } from "./typedDay.ts";

function valueError(why: NotAValue, typed: string, kept: number | undefined): string {
  if (why === "too-large") return m.charts_error_large();
  if (why === "not-a-number") return m.charts_error_text({ typed: typed.trim().slice(0, 20) });
  return kept === undefined
    ? m.charts_error_empty()
    : m.charts_error_empty_stays({ value: numberText.value(kept) });
}

/** What stands in the two fields. */
interface Typed {
  readonly on: string;
  readonly value: string;
}

/**
 * One number and its day. It is handed on at every change that makes sense, so nothing waits for a
 * button; what does not make sense stays in the field with the reason, and what was kept stays kept.
 */
export function PointRow({
  position,
  point,
  suggested,
  unit,
  today,
  isFresh,
  onPut,
  onRemove,
  onNext,
}: {
  readonly position: number;
  /** As kept; null for a new row. */
  readonly point: { readonly on: Day; readonly value: number } | null;
  /** The day a new row begins with. */
  readonly suggested: Day;
  readonly unit: string;
  readonly today: Day;
  /** The row was just added: its value takes the focus. */
  readonly isFresh: boolean;
  readonly onPut: (point: { readonly on: Day; readonly value: number }) => void;
  readonly onRemove: () => void;
  /** Enter in the value: on to another. */
  readonly onNext: () => void;
}) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isLeft, setLeft] = useState(false);
  const shown: Typed = typed ?? {
    on: point?.on ?? suggested,
    value: point === null ? "" : String(point.value),
  };
  const on = typedDay(shown.on);
  const value = readValue(shown.value);
  const isUntouched = typed === null && point === null;
  const change = (next: Typed) => {
    setTyped(next);
    setLeft(false);
    const [day, number] = [typedDay(next.on), readValue(next.value)];
    if (day !== null && number.ok) onPut({ on: day, value: number.value });
  };
  const leave = () => {
    setLeft(true);
    // What was kept is shown as it is kept, until it is typed in again.
    if (point !== null && on !== null && value.ok) setTyped(null);
  };
  const dateError =
    on !== null
      ? null
      : point === null
        ? m.charts_error_date()
        : m.charts_error_date_stays({ on: dayText.whole(point.on) });
  return (
    <li className="point-row">
      <TextField
        label={m.charts_number_date_of({ position })}
        isLabelHidden
        type="date"
        value={shown.on}
        onChange={(next) => change({ ...shown, on: next })}
        onBlur={leave}
        error={isLeft ? dateError : null}
      />
      <TextField
        label={m.charts_number_value_of({ position })}
        isLabelHidden
        inputMode="decimal"
        placeholder={unit === "" ? m.charts_number_value() : unit}
        value={shown.value}
        onChange={(next) => change({ ...shown, value: next })}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          setLeft(true);
          if (on !== null && value.ok) onNext();
        }}
        autoFocus={isFresh}
        error={
          isLeft && !isUntouched && !value.ok
            ? valueError(value.error, shown.value, point?.value)
            : null
        }
      />
      <Button
        variant="quiet"
        icon={Trash2}
        aria-label={
          point === null
            ? m.charts_number_remove_new()
            : m.charts_number_remove_of({ position, on: dayText.whole(point.on) })
        }
        onPress={onRemove}
      >
        {m.charts_number_remove()}
      </Button>
      {on !== null && on > today && <p className="point-row__extra">{m.charts_note_future()}</p>}
    </li>
  );
}
