import type { ReactNode } from "react";
import * as m from "#messages";
import type { ReviewMark, ReviewPart } from "./reviewParts.ts";

function Mark({ mark }: { readonly mark: ReviewMark }) {
  const state = mark.words !== null ? "reworded" : (mark.decision?.type ?? "open");
  return (
    <>
      <mark className={`identity-mark identity-mark--${state}`}>
        {mark.words === "" ? (
          <span className="identity-mark__gap">{m.identity_mark_left_out()}</span>
        ) : (
          (mark.words ?? mark.written)
        )}
        <sup className="identity-mark__number" aria-hidden>
          {mark.number}
        </sup>
      </mark>
      <span className="unseen">{m.identity_mark_unseen({ number: mark.number })}</span>
    </>
  );
}

/** A text as it will read, with what may identify someone underlined and numbered. */
export function ReviewedText({ part: { text, marks } }: { readonly part: ReviewPart }) {
  const pieces: ReactNode[] = [];
  let done = 0;
  for (const mark of marks) {
    const [from, to] = mark.words === null ? [mark.start, mark.end] : [mark.from, mark.to];
    // A name that is left out takes the space before it along; on screen the gap keeps one.
    const gap = mark.words === "" && !/\s$/.test(text.text.slice(0, from)) ? " " : "";
    pieces.push(text.text.slice(done, from) + gap, <Mark key={mark.key} mark={mark} />);
    done = to;
  }
  pieces.push(text.text.slice(done));
  return <p className="own-words reviewed-text">{pieces}</p>;
}
