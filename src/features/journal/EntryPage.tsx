import { useParams, useSearchParams } from "react-router";
import * as v from "valibot";
import { type EntryId, idSchema } from "#core/identifiers.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { EditEntry } from "./EditEntry.tsx";
import { EntryNotShown } from "./EntryNotShown.tsx";
import { ReadEntryView } from "./ReadEntryView.tsx";
import { readEntry } from "./readEntry.ts";

function KnownEntry({ workspace, id }: { readonly workspace: Workspace; readonly id: EntryId }) {
  const [search] = useSearchParams();
  const isEditing = search.has("edit");
  const read = useReading(workspace, ["open entry", id], () => readEntry(workspace, id));
  if (isEditing) return <EditEntry workspace={workspace} id={id} />;
  if (!read.data) return null;
  if (read.data.type === "failed") return <EntryNotShown failure={read.data.failure} />;
  return <ReadEntryView workspace={workspace} entry={read.data.entry} />;
}

/** One entry: to read, with `?edit` to change. An address that names none says so and helps on. */
export function EntryPage({ workspace }: { readonly workspace: Workspace }) {
  const id = v.safeParse(idSchema<EntryId>(), useParams().id);
  if (!id.success) return <EntryNotShown failure={{ type: "NotFound" }} />;
  return <KnownEntry key={id.output} workspace={workspace} id={id.output} />;
}
