import type { EntryId } from "#core/identifiers.ts";
import type { ExplainedEntry, Explanation } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "./momentText.ts";
import { OwnQuote } from "./OwnQuote.tsx";

/** Sentences shown of a long list. */
const atFirst = 5;

/** When it happened, and whether the person linked it. */
function factsOf(
  { line, isLinkedByPerson }: ExplainedEntry,
  kept: EntryId | null,
  now: number,
): string {
  const when =
    line.id === kept ? m.notebook_why_this_entry() : momentText.happenedNear(line.happened, now);
  return isLinkedByPerson ? `${when} · ${m.notebook_why_linked_by_you()}` : when;
}

/** Where the words stand: the most telling sentence of each entry, leading to it. */
export function WhySentences({
  why,
  kept,
  now,
}: {
  readonly why: Explanation;
  readonly kept: EntryId | null;
  readonly now: number;
}) {
  const shown = why.entries.slice(0, atFirst);
  const more = why.entries.length - shown.length;
  return (
    <>
      <p>{m.notebook_why_sentences()}</p>
      <ul className="why__sentences">
        {shown.map((quote) => (
          <li key={quote.line.id}>
            <OwnQuote quote={quote} facts={factsOf(quote, kept, now)} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="why__facts">{m.notebook_why_more({ count: more })}</p>}
    </>
  );
}
