import "./RecoveryWords.css";

/** Twelve words that open something, numbered, in their order. */
export function TwelveWords({
  label,
  words,
}: {
  readonly label: string;
  readonly words: readonly string[];
}) {
  return (
    <ol className="recovery__list" aria-label={label}>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice; its place tells them apart
        <li className="recovery__word" key={index}>
          {word}
        </li>
      ))}
    </ol>
  );
}
