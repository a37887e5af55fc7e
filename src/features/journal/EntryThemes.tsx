import { Repeat } from "lucide-react";
import { useId } from "react";
import { Link } from "react-router";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import "./EntryThemes.css";

/** The themes that an entry is in, where there are any. */
export function EntryThemes({
  workspace,
  id,
}: {
  readonly workspace: Workspace;
  readonly id: EntryId;
}) {
  const heading = useId();
  const themes = useReading(workspace, ["themes of", id], (reader, since) =>
    reader.themesOf(id, since),
  );
  if (!themes.data || themes.data.length === 0) return null;
  return (
    <section className="entry-themes" aria-labelledby={heading}>
      <h2 className="entry-themes__title" id={heading}>
        <Repeat size={24} strokeWidth={1.75} aria-hidden />
        {m.journal_themes()}
      </h2>
      <ul>
        {themes.data.map((theme) => (
          <li key={theme.id}>
            <Link className="entry-themes__theme" to={`/themes/${theme.id}`}>
              {m.journal_theme_of({ name: theme.name, size: theme.size })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
