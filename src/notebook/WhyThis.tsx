import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { ThemeId } from "#core/identifiers.ts";
import * as m from "#messages";
import { Chip } from "#ui/Chip.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { momentText } from "./momentText.ts";
import { useReading } from "./useReading.ts";
import { WhySentences } from "./WhySentences.tsx";
import type { Workspace } from "./Workspace.ts";
import { countText, type Explained, explainedEntries, linkedText, thenText } from "./whyText.ts";
import "./WhyThis.css";

/** The theme that a reminder stands for, and how much of it is the person's own doing. */
function ItsTheme({
  workspace,
  id,
  now,
}: {
  readonly workspace: Workspace;
  readonly id: ThemeId;
  readonly now: number;
}) {
  const { data: view } = useReading(workspace, ["theme", id], (reader, since) =>
    reader.theme(id, since),
  );
  if (!view) return null;
  const linked = view.members.filter(({ how }) => how !== "found").length;
  return (
    <p>
      {view.span === null
        ? m.notebook_why_theme_undated({ name: view.name, size: view.size })
        : m.notebook_why_theme({
            name: view.name,
            size: view.size,
            since: momentText.dayNear(view.span.first, now),
          })}{" "}
      {linked > 0 && m.notebook_why_theme_said({ count: linked })}
    </p>
  );
}

function Told({ workspace, what }: { readonly workspace: Workspace; readonly what: Explained }) {
  const entries = explainedEntries(what);
  const { data: why } = useReading(workspace, ["explain", entries], (reader, since) =>
    reader.explain(entries, since),
  );
  if (!why) return null;
  const now = workspace.clock.now();
  return (
    <>
      <p>{countText(what, why, now)}</p>
      {what.type !== "theme" && why.terms.length > 0 && (
        <ChipRow role="group" aria-label={m.notebook_why_words()}>
          {why.terms.map((term) => (
            <Chip key={term} isSoft>
              {term}
            </Chip>
          ))}
        </ChipRow>
      )}
      {what.type !== "theme" && (
        <WhySentences why={why} kept={what.type === "reminder" ? what.kept : null} now={now} />
      )}
      {what.type === "reminder" ? (
        what.theme !== null && <ItsTheme workspace={workspace} id={what.theme} now={now} />
      ) : (
        <p>{linkedText(why)}</p>
      )}
      <p>{m.notebook_why_device()}</p>
      <p>{thenText(what)}</p>
      {(what.type === "reminder" || what.type === "prompt") && (
        <p>
          <Link className="why__off" to="/settings">
            {m.notebook_why_off()}
          </Link>
        </p>
      )}
    </>
  );
}

/**
 * "Why am I seeing this?", folded away: how many entries and since when, the words they share, the
 * sentence of each that holds most of them, what the person said, where it was worked out, and what
 * the buttons do. It is asked for only when it is opened. `about` tells several of them apart to ears.
 */
export function WhyThis({
  workspace,
  what,
  about,
}: {
  readonly workspace: Workspace;
  readonly what: Explained;
  readonly about: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="why__summary">
        <CircleHelp size={22} strokeWidth={1.75} aria-hidden />
        <span>
          {m.notebook_why()}
          <span className="unseen"> {m.notebook_why_about({ text: about })}</span>
        </span>
      </summary>
      <div className="why__told">{isOpen && <Told workspace={workspace} what={what} />}</div>
    </details>
  );
}
