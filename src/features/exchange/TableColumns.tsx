import type { CsvChoices, CsvTable } from "#core/exchange/Importing.ts";
import * as m from "#messages";
import { CheckField } from "#ui/CheckField.tsx";
import { SelectField } from "#ui/SelectField.tsx";

/** The columns that hold one thing each, where the file has them. */
type SingleColumn = "date" | "tags" | "feeling" | "setting";

const nameOf = (table: CsvTable, index: number): string =>
  table.columns[index]?.name || m.exchange_column({ number: String(index + 1) });

/** Choosing one column, or none. */
function ColumnField({
  table,
  column,
  label,
  onChange,
}: {
  readonly table: CsvTable;
  readonly column: SingleColumn;
  readonly label: string;
  readonly onChange: (choices: CsvChoices) => void;
}) {
  const chosen = table.choices[column];
  return (
    <SelectField
      label={label}
      items={[
        { id: "none", label: m.exchange_columns_none() },
        ...table.columns.map((_, index) => ({ id: String(index), label: nameOf(table, index) })),
      ]}
      value={chosen === null ? "none" : String(chosen)}
      onChange={(id) => onChange({ ...table.choices, [column]: id === "none" ? null : Number(id) })}
    />
  );
}

/** The first rows as they stand in the file. */
function Sample({ table }: { readonly table: CsvTable }) {
  const rows = [0, 1, 2].filter((row) =>
    table.columns.some(({ samples }) => (samples[row] ?? "") !== ""),
  );
  return (
    <section
      className="exchange__sample"
      aria-label={m.exchange_columns_sample()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {table.columns.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are their positions
              <th key={index} scope="col">
                {nameOf(table, index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {table.columns.map(({ samples }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are their positions
                <td key={index}>{samples[row]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which column of a table holds what, with the first rows to judge by. */
export function TableColumns({
  table,
  onChange,
}: {
  readonly table: CsvTable;
  readonly onChange: (choices: CsvChoices) => void;
}) {
  const { choices } = table;
  const toggle = (index: number, isSelected: boolean) =>
    onChange({
      ...choices,
      words: isSelected
        ? [...choices.words, index].sort((a, b) => a - b)
        : choices.words.filter((word) => word !== index),
    });
  return (
    <section className="exchange__columns">
      <h3>{m.exchange_columns_title()}</h3>
      <p className="exchange__help">
        {m.exchange_columns_rows({ count: table.rows, file: table.file })}
      </p>
      <Sample table={table} />
      <CheckField
        isSelected={choices.hasHeader}
        onChange={(hasHeader) => onChange({ ...choices, hasHeader })}
      >
        {m.exchange_columns_header()}
      </CheckField>
      <fieldset className="exchange__wordy">
        <legend>{m.exchange_columns_words()}</legend>
        <p className="exchange__help">{m.exchange_columns_words_help()}</p>
        {table.columns.map((_, index) => (
          <CheckField
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their positions
            key={index}
            isSelected={choices.words.includes(index)}
            onChange={(isSelected) => toggle(index, isSelected)}
          >
            {nameOf(table, index)}
          </CheckField>
        ))}
      </fieldset>
      <div className="exchange__fields">
        <ColumnField
          table={table}
          column="date"
          label={m.exchange_columns_date()}
          onChange={onChange}
        />
        {choices.date !== null && (
          <SelectField
            label={m.exchange_columns_order()}
            items={[
              { id: "day-first", label: m.exchange_columns_day_first() },
              { id: "month-first", label: m.exchange_columns_month_first() },
            ]}
            value={choices.dayOrder}
            onChange={(dayOrder) => onChange({ ...choices, dayOrder })}
          />
        )}
        <ColumnField
          table={table}
          column="tags"
          label={m.exchange_columns_tags()}
          onChange={onChange}
        />
        <ColumnField
          table={table}
          column="feeling"
          label={m.exchange_columns_feeling()}
          onChange={onChange}
        />
        <ColumnField
          table={table}
          column="setting"
          label={m.exchange_columns_setting()}
          onChange={onChange}
        />
      </div>
    </section>
  );
}
