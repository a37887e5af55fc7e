import type { ImportPreview } from "#core/exchange/Importing.ts";
import * as m from "#messages";
import { feelingName } from "#notebook/feelingName.ts";
import { momentText } from "#notebook/momentText.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { kindText, noteText, skipText } from "./importWords.ts";
import { RefusedFiles } from "./RefusedView.tsx";
import { TableColumns } from "./TableColumns.tsx";
import { TallyList } from "./TallyList.tsx";
import type { Importing, ImportStep } from "./useImport.ts";

/** How many of what, where from and from when. */
function Summary({ preview }: { readonly preview: ImportPreview }) {
  const { entries, others, kinds, earliest, latest } = preview;
  const counted = m.exchange_preview_entries({ count: entries });
  return (
    <>
      <p className="exchange__count">
        {others === 0
          ? counted
          : m.exchange_preview_entries_and_others({
              entries: counted,
              others: m.exchange_preview_others({ count: others }),
            })}
      </p>
      <p className="exchange__help">
        {m.exchange_preview_from({ kinds: kinds.map(kindText).join(", ") })}
        {earliest !== null && latest !== null && ` · ${spanText(earliest, latest)}`}
      </p>
    </>
  );
}

function spanText(earliest: number, latest: number): string {
  const [from, to] = [momentText.day(earliest), momentText.day(latest)];
  return from === to
    ? m.exchange_preview_day({ day: from })
    : m.exchange_preview_span({ from, to });
}

/** The first entries as they will stand in the journal. */
function First({ first }: Pick<ImportPreview, "first">) {
  if (first.length === 0) return null;
  return (
    <section>
      <h3>{m.exchange_preview_first()}</h3>
      <ol className="exchange__first">
        {first.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list without ids
          <li key={index}>
            <p className="exchange__words">{entry.text}</p>
            <p className="exchange__facts">
              {[
                momentText.happened(entry.happened),
                feelingName(entry.feeling),
                ...entry.tags.slice(0, 4),
              ]
                .filter((fact) => fact !== null)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an import would bring, what it would not and why, and the choices a person has. */
export function ImportPreviewView({
  step,
  importing,
}: {
  readonly step: Extract<ImportStep, { type: "preview" }>;
  readonly importing: Importing;
}) {
  const { preview, choices, isReading } = step;
  const total = preview.entries + preview.others;
  return (
    <Card className="exchange__preview" aria-busy={isReading}>
      <h2>{m.exchange_preview_title()}</h2>
      <Summary preview={preview} />
      {preview.table && (
        <TableColumns
          table={preview.table}
          onChange={(csv) => void importing.change({ ...choices, csv })}
        />
      )}
      {preview.alreadyHere > 0 && (
        <p>{m.exchange_preview_already({ count: preview.alreadyHere })}</p>
      )}
      {total === 0 && preview.alreadyHere === 0 && <p>{m.exchange_preview_nothing()}</p>}
      <First first={preview.first} />
      {preview.repeats > 0 && (
        <CheckField
          isSelected={choices.leaveOutRepeats}
          onChange={(leaveOutRepeats) => void importing.change({ ...choices, leaveOutRepeats })}
        >
          {m.exchange_repeats({ count: preview.repeats })}
        </CheckField>
      )}
      <RefusedFiles refused={preview.refused} />
      <TallyList title={m.exchange_skipped_title()} tallies={preview.skipped} words={skipText} />
      <TallyList title={m.exchange_notes_title()} tallies={preview.notes} words={noteText} />
      <div className="exchange__actions">
        {(total > 0 || preview.table !== null) && (
          <Button
            variant="main"
            onPress={() => void importing.start()}
            isDisabled={total === 0}
            isPending={isReading}
          >
            {m.exchange_start({ count: total })}
          </Button>
        )}
        <Button variant="quiet" onPress={importing.again}>
          {m.exchange_other_files()}
        </Button>
      </div>
    </Card>
  );
}
