import { useMemo } from "react";
import { entryText } from "#core/entry/entryText.ts";
import type { EntryLine as Line } from "#core/journal/Reader.ts";
import { EntryLine } from "#notebook/EntryLine.tsx";
import type { Models } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { foundExcerpt } from "./foundExcerpt.ts";

/** An entry that a search found, shown where the words stand, with the words marked. */
export function FoundLine({
  workspace,
  line,
  words,
  models,
}: {
  readonly workspace: Workspace;
  readonly line: Line;
  /** Folded, from `Found.words`. */
  readonly words: ReadonlySet<string>;
  readonly models: Models;
}) {
  const near = useMemo(() => foundExcerpt(line.text, words), [line.text, words]);
  const whole = useReading(
    workspace,
    ["entry", line.id],
    (reader, since) => reader.entry(line.id, since),
    { enabled: near === null && words.size > 0 },
  );
  const far = useMemo(
    () => (near === null && whole.data ? foundExcerpt(entryText(whole.data), words) : null),
    [near, whole.data, words],
  );
  const shown = near ?? far;
  return (
    <EntryLine
      line={line}
      models={models}
      withYear
      {...(shown ? { text: shown.text, marks: shown.marks } : {})}
    />
  );
}
