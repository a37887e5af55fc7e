import type { Happened } from "#core/entry/Entry.ts";
import * as m from "#messages";
import { TextField } from "#ui/TextField.tsx";
import { fromInputs, toInputs } from "./happenedInputs.ts";
import "./WhenFields.css";

/** When it happened: the device's own day and time pickers; either may be left empty. */
export function WhenFields({
  value,
  onChange,
}: {
  readonly value: Happened;
  readonly onChange: (happened: Happened) => void;
}) {
  const inputs = toInputs(value);
  const change = (next: typeof inputs) => onChange(fromInputs(next, value));
  return (
    <fieldset className="when">
      <legend className="field__label">{m.notebook_when()}</legend>
      <p className="field__description">{m.notebook_when_help()}</p>
      <div className="when__fields">
        <TextField
          label={m.notebook_when_day()}
          type="date"
          value={inputs.day}
          onChange={(day) => change({ ...inputs, day })}
        />
        <TextField
          label={m.notebook_when_time()}
          type="time"
          value={inputs.time}
          disabled={inputs.day === ""}
          onChange={(time) => change({ ...inputs, time })}
        />
      </div>
    </fieldset>
  );
}
