import { useId } from "react";
import { Link } from "react-router";
import type { ModelId } from "#core/identifiers.ts";
import { builtInModel, builtInModels } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { type Models, useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import "./ChooseModelPage.css";

function ModelLine({ id, models }: { readonly id: ModelId; readonly models: Models }) {
  const builtIn = builtInModel(id);
  const shape = models.shapeOf(id);
  const facts = [
    shape && shape.parts.length > 1 ? m.reflect_parts({ count: shape.parts.length }) : null,
    builtIn && builtIn.source !== "" ? m.reflect_after({ source: builtIn.source }) : null,
  ].filter((fact) => fact !== null);
  return (
    <li>
      <Link className="model-line" to={`/reflect/${id}`}>
        <span className="model-line__name">{models.nameOf(id)}</span>
        <span className="model-line__about">{models.aboutOf(id)}</span>
        {facts.length > 0 && <span className="model-line__facts">{facts.join(" · ")}</span>}
      </Link>
    </li>
  );
}

/** All models to write with: the person's own, then those that come with Headroom. */
export function ChooseModelPage({ workspace }: { readonly workspace: Workspace }) {
  const models = useModels(workspace);
  const ownId = useId();
  const allId = useId();
  return (
    <div className="choose-model">
      <PageHeader title={m.reflect_choose()} pageName={m.reflect_page()} />
      <p className="choose-model__help">{m.reflect_choose_help()}</p>
      {models.own.length > 0 && (
        <section aria-labelledby={ownId}>
          <h2 id={ownId}>{m.reflect_own()}</h2>
          <ul className="choose-model__list">
            {models.own.map((model) => (
              <ModelLine key={model.id} id={model.id} models={models} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby={allId}>
        <h2 id={allId}>{m.reflect_all()}</h2>
        <ul className="choose-model__list">
          {builtInModels.map((model) => (
            <ModelLine key={model.id} id={model.id} models={models} />
          ))}
        </ul>
      </section>
      <p>
        <LinkButton to="/reflect/models">{m.reflect_manage()}</LinkButton>
      </p>
    </div>
  );
}
