import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import { newDraft } from "#core/entry/newDraft.ts";
import { hasWords } from "#core/entry/writtenParts.ts";
import type { DraftId, ModelId } from "#core/identifiers.ts";
import { builtInModel, builtInModels } from "#core/reflection/builtInModels.ts";
import type { ModelShape } from "#core/reflection/ModelShape.ts";
import { switchModel } from "#core/reflection/switchModel.ts";
import * as m from "#messages";
import { AfterKeep } from "#notebook/AfterKeep.tsx";
import { Composer } from "#notebook/Composer.tsx";
import type { Kept } from "#notebook/draftSession.ts";
import { forgetHanded, handedDraft, handOver } from "#notebook/handedDraft.ts";
import { useDraft } from "#notebook/useDraft.ts";
import type { Models } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import "./WriteWithModel.css";

/** Writing with one model; choosing another takes the words along. */
export function WriteWithModel({
  workspace,
  models,
  shape,
  draftId,
}: {
  readonly workspace: Workspace;
  readonly models: Models;
  readonly shape: ModelShape;
  readonly draftId: DraftId | null;
}) {
  const navigate = useNavigate();
  const [kept, setKept] = useState<Kept | null>(null);
  const hand = useDraft(workspace, () => {
    const fresh = (id: DraftId) => newDraft(id, shape.id, workspace.clock.now());
    const handed = handedDraft(draftId);
    return {
      first: handed ?? fresh(newId(workspace.random) as DraftId),
      isSaved: handed !== null,
      fresh,
      resumes: (draft) =>
        draftId ? draft.id === draftId : draft.of === null && draft.model === shape.id,
    };
  });
  useEffect(forgetHanded, []);

  const { session, draft } = hand;
  // A draft brought here by its address may have been written with another model.
  const drawn = models.shapeOf(draft.model) ?? shape;

  const changeModel = async (to: ModelId) => {
    const next = models.shapeOf(to);
    if (!next) return;
    if (!hasWords(session.state().draft)) return navigate(`/reflect/${to}`, { replace: true });
    session.change((content) => switchModel(content, drawn, next));
    await session.flush();
    const state = session.state();
    // Words that could not be saved stay on this screen, under the new questions.
    if (state.safety.type === "failed") return;
    handOver(state.draft);
    navigate(`/reflect/${to}?draft=${state.draft.id}`, { replace: true });
  };

  const source = builtInModel(drawn.id)?.source ?? "";
  const choices = [...models.own.map((model) => model.id), ...builtInModels.map((one) => one.id)];
  return (
    <div className="write-with">
      <PageHeader
        eyebrow={m.reflect_page()}
        title={models.nameOf(drawn.id)}
        pageName={m.reflect_page()}
      />
      <p className="write-with__about">
        {models.aboutOf(drawn.id)}
        {source !== "" && ` ${m.reflect_after({ source })}.`}
      </p>
      <SelectField
        label={m.notebook_model()}
        description={m.notebook_model_help()}
        items={choices.map((id) => ({ id, label: models.nameOf(id) }))}
        value={drawn.id}
        onChange={(to) => void changeModel(to)}
      />
      <Composer workspace={workspace} hand={hand} shape={drawn} models={models} onKept={setKept} />
      <AfterKeep workspace={workspace} kept={kept} onClose={() => setKept(null)} />
    </div>
  );
}
