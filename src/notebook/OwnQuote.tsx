import { Link } from "react-router";
import type { ExplainedEntry } from "#core/journal/Reader.ts";
import { Marked } from "#ui/Marked.tsx";
import "./OwnQuote.css";

/** A sentence of the person's own, its shared words marked, and what is known of it: all of it leads to the entry. */
export function OwnQuote({
  quote: { line, sentence, shared },
  facts,
}: {
  readonly quote: Pick<ExplainedEntry, "line" | "sentence" | "shared">;
  readonly facts: string;
}) {
  const hasSentence = sentence !== "";
  return (
    <Link className="own-quote" to={`/journal/${line.id}`}>
      <span className="own-words own-quote__words">
        <Marked text={hasSentence ? sentence : line.text} ranges={hasSentence ? shared : []} />
      </span>
      <span className="own-quote__facts">{facts}</span>
    </Link>
  );
}
