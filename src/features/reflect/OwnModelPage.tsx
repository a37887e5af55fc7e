import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { idSchema, type ModelId } from "#core/identifiers.ts";
import { isAsked } from "#core/reflection/isAsked.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import { useNewRecord, useRecordEditor, useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { asModel } from "./asModel.ts";
import { EditModel } from "./EditModel.tsx";
import { UnknownModel } from "./UnknownModel.tsx";

const isBegun = ({ name, parts }: OwnModel) => name.trim() !== "" || parts.some(isAsked);

function blankModel({ clock, random }: Workspace): OwnModel {
  const id = newId(random) as ModelId;
  const now = clock.now();
  return {
    kind: "model",
    id,
    name: "",
    parts: [{ part: `${id}.${newId(random)}`, title: "", prompt: "" }],
    createdAt: now,
    editedAt: now,
    deletedAt: null,
  };
}

function NewModel({
  workspace,
  onStored,
}: {
  readonly workspace: Workspace;
  /** It is in the journal: whoever comes back finds it by its own address. */
  readonly onStored: (id: ModelId) => void;
}) {
  const session = useNewRecord(workspace, () => ({
    record: blankModel(workspace),
    basis: null,
    as: asModel,
    isBegun,
  }));
  const { record, safety } = useRecordState(session);
  const storedId = safety.type === "kept" && safety.at !== null ? record.id : null;
  const isTold = useRef(false);
  useEffect(() => {
    if (storedId === null || isTold.current) return;
    isTold.current = true;
    onStored(storedId);
  }, [storedId, onStored]);
  return <EditModel workspace={workspace} session={session} isNew />;
}

function OpenedModel({ workspace, id }: { readonly workspace: Workspace; readonly id: ModelId }) {
  const edited = useRecordEditor(workspace, id, asModel);
  if (edited.type === "opening") return null;
  if (edited.type === "failed") return <UnknownModel />;
  return <EditModel workspace={workspace} session={edited.session} isNew={false} />;
}

/** Makes a model (`/reflect/models/new`) or changes one of the person's own. */
export function OwnModelPage({ workspace }: { readonly workspace: Workspace }) {
  const params = useParams();
  const id = v.safeParse(idSchema<ModelId>(), params.id);
  const navigate = useNavigate();
  const [made, setMade] = useState<ModelId | null>(null);
  const onStored = useCallback(
    (stored: ModelId) => {
      setMade(stored);
      navigate(`/reflect/models/${stored}`, { replace: true, preventScrollReset: true });
    },
    [navigate],
  );
  if (params.id === "new" || (id.success && id.output === made))
    return <NewModel workspace={workspace} onStored={onStored} />;
  if (!id.success) return <UnknownModel />;
  return <OpenedModel key={id.output} workspace={workspace} id={id.output} />;
}
