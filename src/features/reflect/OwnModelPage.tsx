import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ModelId } from "#core/identifiers.ts";
import type { Basis } from "#core/journal/Vault.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { EditModel } from "./EditModel.tsx";
import { UnknownModel } from "./UnknownModel.tsx";

type OpenModel = { readonly record: OwnModel; readonly basis: Basis };

async function openModel(workspace: Workspace, id: ModelId): Promise<OpenModel | null> {
  const opened = await workspace.vault.open(id);
  if (!opened.ok || opened.value.record.kind !== "model") return null;
  return { record: opened.value.record, basis: opened.value.basis };
}

/** Makes a model (`/reflect/models/new`) or changes one of the person's own. */
export function OwnModelPage({ workspace }: { readonly workspace: Workspace }) {
  const params = useParams();
  const isNew = params.id === "new";
  const id = v.safeParse(idSchema<ModelId>(), params.id);
  // Opened once: while it is being changed, what is on screen is the person's.
  const opened = useQuery({
    queryKey: ["own model", params.id],
    queryFn: () => (id.success ? openModel(workspace, id.output) : null),
    enabled: !isNew,
    gcTime: 0,
  });
  if (isNew) return <EditModel key="new" workspace={workspace} opened={null} />;
  if (opened.isPending) return null;
  if (!opened.data) return <UnknownModel />;
  return <EditModel key={params.id} workspace={workspace} opened={opened.data} />;
}
