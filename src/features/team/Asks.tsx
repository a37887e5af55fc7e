import { useSearchParams } from "react-router";
import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { idSchema, type ThemeId } from "#core/identifiers.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Ask } from "#core/space/SharedRecord.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { SayField } from "#notebook/SayField.tsx";
import { namesIn } from "#notebook/space/namesIn.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { OneAsk } from "./OneAsk.tsx";

/** Characters. */
const longestAsk = 200;

const themeId = idSchema<ThemeId>();

/** The theme that somebody came from to ask about, by `?theme=`; null: none. */
function useThemeAskedAbout(workspace: Workspace) {
  const [search, setSearch] = useSearchParams();
  const read = v.safeParse(themeId, search.get("theme"));
  const id = read.success ? read.output : null;
  const { data } = useReading(workspace, ["theme", id], (reader, since) =>
    id === null ? Promise.resolve(null) : reader.theme(id, since),
  );
  return {
    isAskedAbout: id !== null,
    name: data?.name.trim() ?? "",
    asked: () => id !== null && setSearch({}, { replace: true }),
  };
}

/** "Does this keep coming back for you?": asked of the team, answered unnamed. */
export function Asks({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const theme = useThemeAskedAbout(workspace);
  const send = async (words: string) => {
    const now = workspace.clock.now();
    const next: Ask = {
      kind: "ask",
      id: newId(workspace.random) as SharedId,
      space: space.id,
      by: space.me,
      words,
      isOpen: true,
      createdAt: now,
      editedAt: now,
      editedBy: space.me,
      deletedAt: null,
    };
    const saved = await workspace.vault.save([{ basis: null, next }]);
    if (saved.ok) {
      workspace.wrote(saved.value.mark);
      theme.asked();
    }
    return saved;
  };
  return (
    <section className="space-part" aria-labelledby="space-asks">
      <h2 id="space-asks">{m.team_asks()}</h2>
      <p>{m.team_asks_help()}</p>
      <ul className="space-proposals">
        {view.asks.map((line) => (
          <OneAsk key={line.ask.id} workspace={workspace} space={space} line={line} />
        ))}
      </ul>
      {takesPart(space) && (
        <SayField
          workspace={workspace}
          field={`ask/${space.id}`}
          label={m.team_ask_words()}
          description={
            theme.name === ""
              ? m.team_ask_words_help()
              : m.team_ask_words_from_theme({ theme: theme.name })
          }
          action={m.team_ask_send()}
          longest={longestAsk}
          known={namesIn(space)}
          autoFocus={theme.isAskedAbout}
          beginsWith={theme.name.slice(0, longestAsk)}
          onSay={send}
        />
      )}
    </section>
  );
}
