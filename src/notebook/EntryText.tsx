import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { EntryContent } from "#core/entry/Entry.ts";
import { writtenParts } from "#core/entry/writtenParts.ts";
import * as m from "#messages";
import { cutMarkdown } from "./cutMarkdown.ts";
import type { Models } from "./useModels.ts";
import "./EntryText.css";

const MarkdownText = lazy(() => import("./MarkdownText.tsx"));

function PlainWords({ text }: { readonly text: string }) {
  return <p className="entry-text__plain">{text}</p>;
}

/** What was written under one question: its beginning at once, the rest stretch by stretch, so that the page goes on answering. */
function OwnWords({ text }: { readonly text: string }) {
  const pieces = useMemo(() => cutMarkdown(text), [text]);
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= pieces.length) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, pieces.length]);
  return (
    <div className="entry-text__words own-words">
      {pieces.slice(0, drawn).map((piece) => (
        <div
          key={piece.at}
          className={`entry-text__piece ${pieces.length > 1 ? "entry-text__piece--of-many" : ""}`}
        >
          <Suspense fallback={<PlainWords text={piece.text} />}>
            {piece.isPlain ? <PlainWords text={piece.text} /> : <MarkdownText text={piece.text} />}
          </Suspense>
        </div>
      ))}
    </div>
  );
}

/** An entry as it is read: each part that has words, under its question. */
export function EntryText({
  content,
  models,
}: {
  readonly content: Pick<EntryContent, "parts">;
  readonly models: Pick<Models, "wordsOf">;
}) {
  const parts = writtenParts(content);
  if (parts.length === 0) return <p className="entry-text__none">{m.notebook_no_words()}</p>;
  return (
    <div className="entry-text">
      {parts.map((part) => {
        const { title } = models.wordsOf(part);
        const isBare = part.part === "free.text" || title === "";
        return (
          <section key={part.part} className="entry-text__part">
            {!isBare && <h2 className="entry-text__title">{title}</h2>}
            <OwnWords text={part.text} />
          </section>
        );
      })}
    </div>
  );
}
