import type { EntryContent } from "#core/entry/Entry.ts";
import * as m from "#messages";
import { CheckField } from "#ui/CheckField.tsx";
import { CompletingField } from "./CompletingField.tsx";
import { WhenFields } from "./WhenFields.tsx";
import { WordsField } from "./WordsField.tsx";
import type { Workspace } from "./Workspace.ts";
import "./DetailFields.css";

/** What a person may say of an entry beside its words: when, tags, where, who was there, for appraisal. */
export function DetailFields({
  workspace,
  content,
  onChange,
}: {
  readonly workspace: Workspace;
  readonly content: EntryContent;
  readonly onChange: (change: Partial<EntryContent>) => void;
}) {
  return (
    <div className="details">
      <WhenFields value={content.happened} onChange={(happened) => onChange({ happened })} />
      <WordsField
        workspace={workspace}
        field="tags"
        label={m.notebook_tags()}
        description={m.notebook_tags_help()}
        words={content.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <CompletingField
        workspace={workspace}
        field="setting"
        label={m.notebook_setting()}
        description={m.notebook_setting_help()}
        value={content.setting}
        onChange={(setting) => onChange({ setting })}
        onChoose={(setting) => onChange({ setting })}
      />
      <WordsField
        workspace={workspace}
        field="roles"
        label={m.notebook_roles()}
        description={m.notebook_roles_help()}
        words={content.roles}
        onChange={(roles) => onChange({ roles })}
      />
      <CheckField
        isSelected={content.forAppraisal}
        onChange={(forAppraisal) => onChange({ forAppraisal })}
        description={m.notebook_for_appraisal_help()}
      >
        {m.notebook_for_appraisal()}
      </CheckField>
    </div>
  );
}
