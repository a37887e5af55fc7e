import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { draftOf } from "#core/entry/newDraft.ts";
import type { DraftId, EntryId } from "#core/identifiers.ts";
import type { Basis } from "#core/journal/Vault.ts";
import { builtInModels } from "#core/reflection/builtInModels.ts";
import { switchModel } from "#core/reflection/switchModel.ts";
import * as m from "#messages";
import { Composer } from "#notebook/Composer.tsx";
import { momentText } from "#notebook/momentText.ts";
import { useDraft } from "#notebook/useDraft.ts";
import { useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { notify } from "#ui/toasts.ts";
import { EntryNotShown } from "./EntryNotShown.tsx";
import "./ReadEntryView.css";

function OpenedEntry({
  workspace,
  entry,
  basis,
}: {
  readonly workspace: Workspace;
  readonly entry: Entry;
  readonly basis: Basis;
}) {
  const models = useModels(workspace);
  const navigate = useNavigate();
  const fresh = (id: DraftId) => draftOf(id, entry, basis, workspace.clock.now());
  const hand = useDraft(workspace, () => ({
    first: fresh(newId(workspace.random) as DraftId),
    fresh,
    resumes: (draft) => draft.of?.entry === entry.id,
  }));
  const [own] = useState(hand.draft.id);
  const { draft, session } = hand;
  const shape = models.shapeOf(draft.model);
  const done = (text: string) => {
    notify({ text });
    navigate(`/journal/${entry.id}`, { replace: true });
  };
  const leave = async () => {
    await session.discard();
    done(m.journal_edit_left());
  };
  const choices = [...models.own.map(({ id }) => id), ...builtInModels.map(({ id }) => id)];
  return (
    <div className="read-entry">
      <PageHeader
        eyebrow={m.journal_editing()}
        title={momentText.happened(entry.happened)}
        pageName={m.journal_entry_page()}
      />
      {draft.id !== own && <Notice>{m.journal_edit_continued()}</Notice>}
      <Composer
        workspace={workspace}
        hand={hand}
        shape={shape}
        models={models}
        onKept={() => done(m.journal_edit_kept())}
        actions={
          <Button variant="quiet" onPress={() => void leave()}>
            {m.journal_edit_leave()}
          </Button>
        }
      />
      {shape && (
        <SelectField
          label={m.notebook_model()}
          description={m.notebook_model_help()}
          items={choices.map((id) => ({ id, label: models.nameOf(id) }))}
          value={draft.model}
          onChange={(to) => {
            const next = models.shapeOf(to);
            if (next) session.change((content) => switchModel(content, shape, next));
          }}
        />
      )}
    </div>
  );
}

/** A change to a kept entry, from how it stands now; keeping it merges with what others wrote meanwhile. */
export function EditEntry({
  workspace,
  id,
}: {
  readonly workspace: Workspace;
  readonly id: EntryId;
}) {
  // Opened once: while it is being changed, what is on screen is the person's.
  const opened = useQuery({
    queryKey: ["edit entry", id],
    queryFn: () => workspace.vault.open(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!opened.data) return null;
  if (!opened.data.ok) return <EntryNotShown failure={opened.data.error} />;
  const { record, basis } = opened.data.value;
  if (record.kind !== "entry") return <EntryNotShown failure={{ type: "NotFound" }} />;
  return <OpenedEntry workspace={workspace} entry={record} basis={basis} />;
}
