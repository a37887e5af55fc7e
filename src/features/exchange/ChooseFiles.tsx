import { useId, useState } from "react";
import * as m from "#messages";
import { Card } from "#ui/Card.tsx";

/** A plain file field with its label, and the whole card as a place to drop files. */
export function ChooseFiles({
  onChoose,
}: {
  readonly onChoose: (files: readonly File[]) => Promise<void>;
}) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const formats = [
    m.exchange_formats_markdown(),
    m.exchange_formats_csv(),
    m.exchange_formats_jsonl(),
    m.exchange_formats_dayone(),
    m.exchange_formats_headroom(),
  ];
  return (
    <Card
      className={isOver ? "exchange__drop exchange__drop--over" : "exchange__drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void onChoose([...event.dataTransfer.files]);
      }}
    >
      <label className="exchange__label" htmlFor={id}>
        {m.exchange_choose_label()}
      </label>
      <p className="exchange__help" id={`${id}-help`}>
        {m.exchange_choose_help()} {m.exchange_drop()}
      </p>
      <input
        id={id}
        type="file"
        multiple
        className="exchange__file"
        aria-describedby={`${id}-help`}
        onChange={(event) => void onChoose([...(event.currentTarget.files ?? [])])}
      />
      <details className="exchange__more">
        <summary>{m.exchange_formats()}</summary>
        <ul>
          {formats.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
