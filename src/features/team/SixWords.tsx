import * as m from "#messages";
import "./SixWords.css";

/** The six words that both sides compare [J4]: read out, they tell whether somebody stands between. */
export function SixWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className="six-words" aria-label={m.team_six_words()}>
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice; places never change
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
