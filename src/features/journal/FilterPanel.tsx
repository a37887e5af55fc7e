import type { Feeling } from "#core/entry/Entry.ts";
import type { ModelId } from "#core/identifiers.ts";
import { builtInModels } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { CompletingField } from "#notebook/CompletingField.tsx";
import type { Models } from "#notebook/useModels.ts";
import { WordsField } from "#notebook/WordsField.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { CheckField } from "#ui/CheckField.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import type { JournalSearch } from "./JournalSearch.ts";
import "./FilterPanel.css";

/** Everything that may narrow the list, one under the other on a phone, side by side on a tablet. */
export function FilterPanel({
  workspace,
  id,
  search,
  models,
  onChange,
}: {
  readonly workspace: Workspace;
  readonly id: string;
  readonly search: JournalSearch;
  readonly models: Models;
  readonly onChange: (change: Partial<JournalSearch>) => void;
}) {
  const feelings: readonly { readonly id: Feeling | "any"; readonly label: string }[] = [
    { id: "any", label: m.journal_filter_any() },
    { id: "went-well", label: m.notebook_went_well() },
    { id: "got-in-the-way", label: m.notebook_got_in_the_way() },
    { id: "neither", label: m.journal_filter_neither() },
  ];
  const choices: readonly { readonly id: ModelId | "any"; readonly label: string }[] = [
    { id: "any", label: m.journal_filter_any() },
    ...models.own.map(({ id }) => ({ id, label: models.nameOf(id) })),
    ...builtInModels.map(({ id }) => ({ id, label: models.nameOf(id) })),
  ];
  return (
    <section id={id} className="filters" aria-label={m.journal_filters()}>
      <div className="filters__grid">
        <SelectField
          label={m.journal_filter_feeling()}
          items={feelings}
          value={search.feeling}
          onChange={(feeling) => onChange({ feeling })}
        />
        <SelectField
          label={m.journal_filter_model()}
          items={choices}
          value={search.model}
          onChange={(model) => onChange({ model })}
        />
        <TextField
          label={m.journal_filter_from()}
          type="date"
          value={search.fromDay}
          onChange={(fromDay) => onChange({ fromDay })}
        />
        <TextField
          label={m.journal_filter_to()}
          type="date"
          value={search.toDay}
          onChange={(toDay) => onChange({ toDay })}
        />
        <WordsField
          workspace={workspace}
          field="tags"
          label={m.journal_filter_tag()}
          description={m.journal_filter_tag_help()}
          words={search.tags}
          onChange={(tags) => onChange({ tags })}
        />
        <CompletingField
          workspace={workspace}
          field="setting"
          label={m.journal_filter_setting()}
          value={search.setting}
          onChange={(setting) => onChange({ setting })}
          onChoose={(setting) => onChange({ setting })}
        />
      </div>
      <CheckField
        isSelected={search.forAppraisal}
        onChange={(forAppraisal) => onChange({ forAppraisal })}
      >
        {m.journal_filter_appraisal()}
      </CheckField>
    </section>
  );
}
