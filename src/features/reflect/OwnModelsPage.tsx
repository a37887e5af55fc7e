import { Plus } from "lucide-react";
import * as m from "#messages";
import { useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import "./ChooseModelPage.css";
import "./OwnModelsPage.css";

/** The models a person made: write with one, change one, make another. */
export function OwnModelsPage({ workspace }: { readonly workspace: Workspace }) {
  const models = useModels(workspace);
  return (
    <div className="choose-model">
      <PageHeader
        eyebrow={m.reflect_page()}
        title={m.reflect_models()}
        pageName={m.reflect_models_page()}
        actions={
          <LinkButton icon={Plus} to="/reflect/models/new">
            {m.reflect_make()}
          </LinkButton>
        }
      />
      <p className="choose-model__help">{m.reflect_own_none()}</p>
      <ul className="choose-model__list">
        {models.own.map((model) => (
          <li key={model.id} className="own-model">
            <div>
              <h2 className="own-model__name">{models.nameOf(model.id)}</h2>
              <p className="model-line__facts">{m.reflect_parts({ count: model.parts.length })}</p>
            </div>
            <div className="own-model__actions">
              <LinkButton
                to={`/reflect/${model.id}`}
                aria-label={`${m.reflect_write_with()}: ${models.nameOf(model.id)}`}
              >
                {m.reflect_write_with()}
              </LinkButton>
              <LinkButton
                variant="quiet"
                to={`/reflect/models/${model.id}`}
                aria-label={`${m.reflect_change_model()}: ${models.nameOf(model.id)}`}
              >
                {m.reflect_change_model()}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
