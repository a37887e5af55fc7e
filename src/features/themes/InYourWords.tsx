import type { ThemeMember } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { feelingName } from "#notebook/feelingName.ts";
import { momentText } from "#notebook/momentText.ts";
import { OwnQuote } from "#notebook/OwnQuote.tsx";
import { Button } from "#ui/Button.tsx";
import { useAllOf } from "#ui/useAllOf.ts";
import "./InYourWords.css";

/** Enough to recognise the theme by. */
const atFirst = 8;

/** What is said under a quote: when, how it felt, whether it may be an idea, how it came here. */
function facts({ line, mayBeIdea, how }: ThemeMember, now: number): string {
  const { happened } = line;
  const felt = [
    momentText.happenedNear(happened, now),
    feelingName(line.feeling),
    how === "found" ? m.themes_how_found() : null,
  ].filter((word) => word !== null);
  return mayBeIdea ? `${felt.join(" · ")} — ${m.themes_may_be_idea()}` : felt.join(" · ");
}

/** The telling sentence of each entry, newest first, its shared words marked; each leads to its entry. */
export function InYourWords({
  members,
  now,
}: {
  readonly members: readonly ThemeMember[];
  readonly now: number;
}) {
  const newestFirst = [...members].sort((a, b) => b.line.happened.at - a.line.happened.at);
  const { list, shown, more, showAll } = useAllOf(newestFirst, atFirst);
  return (
    <section className="own-quotes" aria-labelledby="in-your-words">
      <h2 id="in-your-words">{m.themes_your_words()}</h2>
      <ul ref={list} className="own-quotes__list">
        {shown.map((member) => (
          <li key={member.line.id}>
            <OwnQuote quote={member} facts={facts(member, now)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button onPress={showAll}>{m.themes_show_all({ count: members.length })}</Button>
      )}
    </section>
  );
}
