import { ChartLine } from "lucide-react";
import { useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { TextField } from "#ui/TextField.tsx";

/** Asks for nothing but a name; everything else about a chart may wait. */
export function BeginMeasure({
  isFirst,
  onBegin,
  onClose,
}: {
  readonly isFirst: boolean;
  readonly onBegin: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [isMissing, setMissing] = useState(false);
  return (
    <Card aria-labelledby="begin-measure">
      <form
        className="begin-measure"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") setMissing(true);
          else onBegin(name.trim());
        }}
      >
        <div>
          <h2 id="begin-measure">{m.charts_begin_title()}</h2>
          <p className="chart-place__about">{m.charts_begin_about()}</p>
        </div>
        <TextField
          label={m.charts_begin_name()}
          placeholder={m.charts_begin_placeholder()}
          value={name}
          onChange={setName}
          voice="own"
          error={isMissing && name.trim() === "" ? m.charts_begin_name_missing() : null}
          autoFocus={!isFirst}
        />
        <div className="begin-measure__ways">
          <Button variant="main" icon={ChartLine} type="submit">
            {m.charts_begin()}
          </Button>
          {!isFirst && (
            <Button variant="quiet" onPress={onClose}>
              {m.common_cancel()}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
