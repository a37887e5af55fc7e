import { useParams, useSearchParams } from "react-router";
import * as v from "valibot";
import { type DraftId, idSchema, type ModelId } from "#core/identifiers.ts";
import { useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { UnknownModel } from "./UnknownModel.tsx";
import { WriteWithModel } from "./WriteWithModel.tsx";

/** A page to write on with a model, named by the route; `?draft=` goes on with that draft. */
export function ReflectPage({ workspace }: { readonly workspace: Workspace }) {
  const models = useModels(workspace);
  const params = useParams();
  const [search] = useSearchParams();
  const model = v.safeParse(idSchema<ModelId>(), params.model);
  const draft = v.safeParse(idSchema<DraftId>(), search.get("draft"));
  const shape = model.success ? models.shapeOf(model.output) : null;
  // The person's own models may still be on their way; those that come with Headroom never are.
  if (!shape) return models.areLoaded || !model.success ? <UnknownModel /> : null;
  return (
    <WriteWithModel
      key={shape.id}
      workspace={workspace}
      models={models}
      shape={shape}
      draftId={draft.success ? draft.output : null}
    />
  );
}
