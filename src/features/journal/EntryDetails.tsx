import { useId } from "react";
import type { Entry } from "#core/entry/Entry.ts";
import { writtenParts } from "#core/entry/writtenParts.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { feelingName } from "#notebook/feelingName.ts";
import { momentText } from "#notebook/momentText.ts";
import type { Models } from "#notebook/useModels.ts";
import "./EntryDetails.css";

/** What a person said of an entry beside its words; blanks are left out. */
export function EntryDetails({
  entry,
  models,
}: {
  readonly entry: Entry;
  readonly models: Models;
}) {
  const id = useId();
  const all = models.shapeOf(entry.model)?.parts.length ?? 0;
  const stages =
    all > 1 ? ` · ${m.notebook_stages({ written: writtenParts(entry).length, all })}` : "";
  const facts: readonly (readonly [string, string | null])[] = [
    [m.journal_feeling(), feelingName(entry.feeling)],
    [m.journal_model(), entry.model === freePage.id ? null : models.nameOf(entry.model) + stages],
    [m.journal_tags(), entry.tags.join(", ") || null],
    [m.journal_setting(), entry.setting.trim() || null],
    [m.journal_roles(), entry.roles.join(", ") || null],
  ];
  const known = facts.filter(([, said]) => said !== null);
  return (
    <section className="entry-details" aria-labelledby={id}>
      <h2 id={id}>{m.journal_details()}</h2>
      {known.length > 0 && (
        <dl className="entry-details__facts">
          {known.map(([name, said]) => (
            <div key={name} className="entry-details__fact">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="entry-details__edited">
        {[
          m.journal_edited({ when: momentText.dayAndTime(entry.editedAt) }),
          entry.origin.type === "imported" ? m.journal_imported() : null,
          entry.origin.type === "example" ? m.notebook_example() : null,
        ]
          .filter((said) => said !== null)
          .join(" · ")}
      </p>
    </section>
  );
}
