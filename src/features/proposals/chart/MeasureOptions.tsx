import { Trash2 } from "lucide-react";
import { useState } from "react";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import type { Measure } from "#core/measure/Measuring.ts";
import { readValue } from "#core/measure/readValue.ts";
import { PartFold } from "#features/proposals/PartFold.tsx";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import type { Measured } from "./Measured.ts";

const fewestFixed = 12;
const mostFixed = 5000;

/** A number that may be left empty: handed on when it makes sense, told when it does not. */
function NumberField({
  label,
  description,
  value,
  onChange,
  explain,
}: {
  readonly label: string;
  readonly description?: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** What is wrong with a number or with words (null); null where nothing is. */
  readonly explain: (typed: string, value: number | null) => string | null;
}) {
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const read = readValue(typed);
  const error = typed.trim() === "" ? null : explain(typed, read.ok ? read.value : null);
  return (
    <TextField
      label={label}
      description={description}
      inputMode="decimal"
      value={typed}
      error={error}
      onChange={(next) => {
        setTyped(next);
        const number = readValue(next);
        if (next.trim() === "") onChange(null);
        else if (number.ok && explain(next, number.value) === null) onChange(number.value);
      }}
    />
  );
}

const notANumber = (typed: string, value: number | null): string | null =>
  value === null ? m.charts_error_text({ typed: typed.trim().slice(0, 20) }) : null;

const notACount = (_: string, value: number | null): string | null =>
  value !== null && Number.isInteger(value) && value >= fewestFixed && value <= mostFixed
    ? null
    : m.charts_option_fix_wrong();

/** The choices about one chart, in plain words; all of them have a sensible beginning. */
export function MeasureOptions({ measuring, measure, change }: Measured) {
  const set = (next: Partial<Measure>) =>
    change((now) => editMeasuring.changeMeasure(now, measure.id, next));
  const remove = () => {
    const points = measuring.points.filter((point) => point.measure === measure.id);
    change((now) => editMeasuring.removeMeasure(now, measure.id));
    notify({
      text: m.charts_removed(),
      undo: () =>
        change((now) => editMeasuring.putPoints(editMeasuring.putMeasure(now, measure), points)),
    });
  };
  return (
    <PartFold
      level="part"
      title={m.charts_options()}
      about={m.charts_options_about()}
      isBegun={measure.better !== "neutral" || measure.unit !== "" || measure.target !== null}
    >
      <TextField
        label={m.charts_option_name()}
        voice="own"
        value={measure.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={m.charts_option_unit()}
        description={m.charts_option_unit_help()}
        voice="own"
        value={measure.unit}
        onChange={(unit) => set({ unit })}
      />
      <RadioField
        label={m.charts_option_better()}
        items={[
          { id: "increase" as const, label: m.charts_option_up() },
          { id: "decrease" as const, label: m.charts_option_down() },
          { id: "neutral" as const, label: m.charts_option_neither() },
        ]}
        value={measure.better}
        onChange={(better) => set({ better })}
      />
      <SelectField
        label={m.charts_option_kind()}
        description={m.charts_option_kind_help()}
        items={[
          { id: "auto" as const, label: m.charts_option_kind_auto() },
          { id: "run" as const, label: m.charts_kind_run() },
          { id: "xmr" as const, label: m.charts_kind_xmr() },
        ]}
        value={measure.chart}
        onChange={(chart) => set({ chart })}
      />
      <NumberField
        label={m.charts_option_target()}
        description={m.charts_option_target_help()}
        value={measure.target}
        onChange={(target) => set({ target })}
        explain={notANumber}
      />
      <CheckField
        description={m.charts_option_fix_help()}
        isSelected={measure.fixFirst !== null}
        onChange={(isFixed) => set({ fixFirst: isFixed ? fewestFixed : null })}
      >
        {m.charts_option_fix()}
      </CheckField>
      {measure.fixFirst !== null && (
        <NumberField
          label={m.charts_option_fix_count()}
          value={measure.fixFirst}
          onChange={(fixFirst) => set({ fixFirst: fixFirst ?? fewestFixed })}
          explain={notACount}
        />
      )}
      <CheckField
        description={m.charts_option_screen_help()}
        isSelected={measure.screening}
        onChange={(screening) => set({ screening })}
      >
        {m.charts_option_screen()}
      </CheckField>
      <div>
        <Button variant="danger" icon={Trash2} onPress={remove}>
          {m.charts_remove()}
        </Button>
      </div>
    </PartFold>
  );
}
