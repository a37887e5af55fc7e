import { Plus, Trash2 } from "lucide-react";
import type { Day } from "#core/measure/Day.ts";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import type { PracticeChange } from "#core/measure/Measuring.ts";
import { PartFold } from "#features/proposals/PartFold.tsx";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import { DayField } from "./DayField.tsx";
import type { Measured } from "./Measured.ts";

function ChangeNote({
  note,
  onPut,
  onRemove,
}: {
  readonly note: PracticeChange;
  readonly onPut: (note: PracticeChange) => void;
  readonly onRemove: () => void;
}) {
  return (
    <li className="change-note">
      <div className="change-note__fields">
        <DayField
          label={m.charts_note_date()}
          value={note.on}
          onChange={(on) => onPut({ ...note, on })}
        />
        <TextField
          label={m.charts_note_what()}
          voice="own"
          value={note.what}
          onChange={(what) => onPut({ ...note, what })}
        />
      </div>
      <CheckField
        description={m.charts_note_restarts_help()}
        isSelected={note.restarts}
        onChange={(restarts) => onPut({ ...note, restarts })}
      >
        {m.charts_note_restarts()}
      </CheckField>
      <div>
        <Button variant="quiet" icon={Trash2} onPress={onRemove}>
          {m.charts_note_remove()}
        </Button>
      </div>
    </li>
  );
}

/** What was done differently and from when: lines across the chart, and where limits begin afresh. */
export function ChangeNotes({
  measuring,
  change,
  newId,
  today,
}: Measured & { readonly today: Day }) {
  const put = (note: PracticeChange) => change((now) => editMeasuring.putChange(now, note));
  return (
    <PartFold
      level="part"
      title={m.charts_notes()}
      about={m.charts_notes_about()}
      isBegun={measuring.changes.length > 0}
    >
      {measuring.changes.length > 0 && (
        <ul className="point-rows">
          {measuring.changes.map((note) => (
            <ChangeNote
              key={note.id}
              note={note}
              onPut={put}
              onRemove={() => {
                change((now) => editMeasuring.removeChange(now, note.id));
                notify({ text: m.charts_note_removed(), undo: () => put(note) });
              }}
            />
          ))}
        </ul>
      )}
      <div>
        <Button
          icon={Plus}
          onPress={() => put({ id: newId(), on: today, what: "", restarts: false })}
        >
          {m.charts_note_add()}
        </Button>
      </div>
    </PartFold>
  );
}
