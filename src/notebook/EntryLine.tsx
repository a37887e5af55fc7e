import { Link } from "react-router";
import type { EntryLine as Line, TextRange } from "#core/journal/Reader.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { Marked } from "#ui/Marked.tsx";
import { feelingName } from "./feelingName.ts";
import { momentText } from "./momentText.ts";
import type { Models } from "./useModels.ts";
import "./EntryLine.css";

/** The most tags shown on a line. */
const mostTags = 4;

/** What a line needs to know of models. */
export type LineModels = Pick<Models, "nameOf" | "shapeOf">;

/** What is said of an entry under its words: feeling, model, tags, for appraisal. */
function entryFacts(line: Line, models: LineModels): readonly string[] {
  const all = models.shapeOf(line.model)?.parts.length ?? 0;
  return [
    feelingName(line.feeling),
    line.model === freePage.id ? null : models.nameOf(line.model),
    all > 1 && line.parts < all ? m.notebook_stages({ written: line.parts, all }) : null,
    line.tags.length > 0 ? line.tags.slice(0, mostTags).join(", ") : null,
    line.forAppraisal ? m.notebook_for_appraisal().toLocaleLowerCase() : null,
    line.isExample ? m.notebook_example() : null,
  ].filter((fact) => fact !== null);
}

/** The day of an entry as it stands beside its words: number above, month and weekday below. */
function EntryDay({
  line,
  withYear = false,
}: {
  readonly line: Line;
  /** Say the year instead of the weekday. */
  readonly withYear?: boolean;
}) {
  const { at, precision } = line.happened;
  if (precision === "unknown") {
    return <span className="line__day line__day--unknown">{m.notebook_undated()}</span>;
  }
  return (
    <time className="line__day" dateTime={new Date(at).toISOString()}>
      <span className="line__number">{momentText.dayNumber(at)}</span>
      <span className="line__month">
        {momentText.shortMonth(at)}
        {withYear ? (
          <span> {momentText.year(at)}</span>
        ) : (
          <span className="line__weekday"> · {momentText.shortWeekday(at)}</span>
        )}
      </span>
    </time>
  );
}

/** An entry as a line in a list: its day, the beginning of its words, and what is said of it. The whole line leads to it. */
export function EntryLine({
  line,
  models,
  text = line.text,
  marks = [],
  withYear = false,
}: {
  readonly line: Line;
  readonly models: LineModels;
  /** Other words of the entry to show, where those are more to the point than its beginning. */
  readonly text?: string;
  /** What to mark in the words shown. */
  readonly marks?: readonly TextRange[];
  readonly withYear?: boolean;
}) {
  const facts = entryFacts(line, models);
  return (
    <Link className="line" to={`/journal/${line.id}`}>
      <EntryDay line={line} withYear={withYear} />
      <span className="line__body">
        <span className="line__words">
          {text.trim() === "" ? m.notebook_no_words() : <Marked text={text} ranges={marks} />}
        </span>
        {facts.length > 0 && <span className="line__facts">{facts.join(" · ")}</span>}
      </span>
    </Link>
  );
}
