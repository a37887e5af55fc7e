import { Link, useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { ThemeId } from "#core/identifiers.ts";
import type { Thread } from "#core/journal/Reader.ts";
import { answerPrompt } from "#core/theme/changeTheme.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import { changing } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { useReading } from "#notebook/useReading.ts";
import { WhyThis } from "#notebook/WhyThis.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { useAllOf } from "#ui/useAllOf.ts";
import { decide } from "./decide.ts";
import "./Threads.css";

/** A quiet list: few threads, few lines of each. */
const threadsAtFirst = 3;
const linesOfEach = 3;

function OneThread({
  workspace,
  thread,
  now,
  onMake,
}: {
  readonly workspace: Workspace;
  readonly thread: Thread;
  readonly now: number;
  readonly onMake: () => void;
}) {
  const terms = thread.terms.slice(0, 4).join(", ");
  const more = thread.lines.length - linesOfEach;
  return (
    <li className="thread">
      <h3 className="thread__terms">{m.themes_thread_terms({ terms })}</h3>
      <ul className="thread__lines">
        {thread.lines.slice(0, linesOfEach).map((line) => (
          <li key={line.id}>
            <Link className="thread__line" to={`/journal/${line.id}`}>
              <span className="own-words thread__words">{line.text}</span>
              <span className="thread__when">{momentText.happenedNear(line.happened, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="thread__when">{m.themes_thread_more({ count: more })}</p>}
      <Button onPress={onMake}>{m.themes_make()}</Button>
      <WhyThis
        workspace={workspace}
        what={{ type: "thread", entries: thread.lines.map((line) => line.id) }}
        about={terms}
      />
    </li>
  );
}

/** "These may be going the same way": loose possibilities, never a notification. */
export function Threads({ workspace }: { readonly workspace: Workspace }) {
  const { data: threads } = useReading(workspace, ["threads"], (reader, since) =>
    reader.threads(since),
  );
  const { list, shown, more, showAll } = useAllOf(threads ?? [], threadsAtFirst);
  const navigate = useNavigate();
  if (!threads || threads.length === 0) return null;
  const make = async (thread: Thread) => {
    const id = newId(workspace.random) as ThemeId;
    const made = await decide(workspace, {
      themes: [],
      said: m.themes_made(),
      decision: (_, at) =>
        changing([
          answerPrompt(
            makeTheme({ id, entries: thread.lines.map((line) => line.id), how: "said", at }),
            at,
          ),
        ]),
    });
    if (made) void navigate(`/themes/${id}`);
  };
  return (
    <section aria-labelledby="threads">
      <h2 id="threads">{m.themes_threads()}</h2>
      <p className="themes-page__about">{m.themes_threads_about()}</p>
      <ul ref={list} className="threads">
        {shown.map((thread) => (
          <OneThread
            key={thread.lines.map((line) => line.id).join(" ")}
            workspace={workspace}
            thread={thread}
            now={workspace.clock.now()}
            onMake={() => void make(thread)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="quiet" onPress={showAll}>
          {m.themes_threads_more()}
        </Button>
      )}
    </section>
  );
}
