import { useState } from "react";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import { mostPointsKept } from "#core/measure/Measuring.ts";
import { type LeftOutLine, readPasted } from "#core/measure/readPasted.ts";
import { PartFold } from "#features/proposals/PartFold.tsx";
import * as m from "#messages";
import { dayText } from "#notebook/chart/dayText.ts";
import { numberText } from "#notebook/chart/numberText.ts";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import type { Measured } from "./Measured.ts";

const tellAtMost = 8;

function whyText(why: LeftOutLine["why"]): string {
  switch (why) {
    case "no-date":
      return m.charts_paste_no_date();
    case "no-value":
      return m.charts_paste_no_value();
    case "not-a-number":
      return m.charts_paste_not_number();
    case "too-large":
      return m.charts_paste_too_large();
    case "too-many":
      return m.charts_paste_too_many({ most: numberText.value(mostPointsKept) });
  }
}

/** Two columns out of a spreadsheet: what they would bring is told before anything is added. */
export function PastePoints({ measuring, measure, change, newId }: Measured) {
  const [text, setText] = useState("");
  const here = measuring.points.filter((point) => point.measure === measure.id);
  const known = new Set(here.map(({ on, value }) => `${on} ${value}`));
  const read = readPasted(text, Math.max(0, mostPointsKept - here.length));
  const fresh = read.points.filter(({ on, value }) => !known.has(`${on} ${value}`));
  const already = read.points.length - fresh.length;
  const days = fresh.map(({ on }) => on).sort();
  const [from, to] = [days[0], days.at(-1)];
  const add = () => {
    const ids = fresh.map((point) => ({ id: newId(), measure: measure.id, ...point }));
    change((now) => editMeasuring.putPoints(now, ids));
    setText("");
    notify({
      text: m.charts_paste_done(),
      undo: () =>
        change((now) => editMeasuring.removePoints(now, new Set(ids.map(({ id }) => id)))),
    });
  };
  return (
    <PartFold level="more" title={m.charts_paste()} isBegun={text !== ""}>
      <TextField
        label={m.charts_paste_field()}
        description={m.charts_paste_about()}
        isMultiline
        value={text}
        onChange={setText}
        spellCheck={false}
      />
      {text.trim() !== "" && (
        <div className="pasted">
          <div role="status">
            {fresh.length === 0 && already === 0 && <p>{m.charts_paste_none()}</p>}
            {from !== undefined && to !== undefined && (
              <p>
                {m.charts_paste_found({
                  count: fresh.length,
                  from: dayText.whole(from),
                  to: dayText.whole(to),
                })}
              </p>
            )}
            {read.order === "month-first" && <p>{m.charts_paste_month_first()}</p>}
            {already > 0 && <p>{m.charts_paste_already({ count: already })}</p>}
            {read.leftOut.length > 0 && (
              <>
                <p>{m.charts_paste_left({ count: read.leftOut.length })}</p>
                <ul>
                  {read.leftOut.slice(0, tellAtMost).map((line) => (
                    <li key={line.number}>
                      {m.charts_paste_line({
                        number: line.number,
                        text: line.text,
                        why: whyText(line.why),
                      })}
                    </li>
                  ))}
                  {read.leftOut.length > tellAtMost && (
                    <li>{m.charts_paste_more({ count: read.leftOut.length - tellAtMost })}</li>
                  )}
                </ul>
              </>
            )}
          </div>
          {fresh.length > 0 && (
            <div>
              <Button variant="main" onPress={add}>
                {m.charts_paste_add({ count: fresh.length })}
              </Button>
            </div>
          )}
        </div>
      )}
    </PartFold>
  );
}
