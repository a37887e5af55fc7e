import { useEffect, useRef, useState } from "react";
import { newId } from "#base/newId.ts";
import { newDraft } from "#core/entry/newDraft.ts";
import { withPart } from "#core/entry/withPart.ts";
import type { DraftId } from "#core/identifiers.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { AfterKeep } from "#notebook/AfterKeep.tsx";
import { BackupReminder } from "#notebook/backup/BackupReminder.tsx";
import { Composer } from "#notebook/Composer.tsx";
import type { Kept } from "#notebook/draftSession.ts";
import { momentText } from "#notebook/momentText.ts";
import { SetAsideNote } from "#notebook/SetAsideNote.tsx";
import { StorageShortNote } from "#notebook/StorageShortNote.tsx";
import { useDraft } from "#notebook/useDraft.ts";
import { freeShape, useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { KeepsComingBack } from "./KeepsComingBack.tsx";
import { Lately } from "./Lately.tsx";
import { OtherModels } from "./OtherModels.tsx";
import { UnfinishedDrafts } from "./UnfinishedDrafts.tsx";
import "./TodayPage.css";

/** The home of a journal: one field, ready for typing; what keeps coming back; what was written lately. */
export function TodayPage({
  workspace,
  incoming,
  onIncomingTaken,
}: {
  readonly workspace: Workspace;
  /** Words shared from another app, to go on with in the field. */
  readonly incoming?: string;
  readonly onIncomingTaken?: () => void;
}) {
  const models = useModels(workspace);
  const hand = useDraft(workspace, () => {
    const fresh = (id: DraftId) => newDraft(id, freePage.id, workspace.clock.now());
    return {
      first: fresh(newId(workspace.random) as DraftId),
      fresh,
      resumes: (draft) => draft.of === null && draft.model === freePage.id,
    };
  });
  const [kept, setKept] = useState<Kept | null>(null);
  const { session, hasLooked } = hand;

  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (!incoming || !hasLooked || taken.current === incoming) return;
    taken.current = incoming;
    session.change((content) => {
      const part = freeShape.opening;
      const before = content.parts.find((known) => known.part === part)?.text ?? "";
      return withPart(content, part, "", before === "" ? incoming : `${before}\n\n${incoming}`);
    });
    onIncomingTaken?.();
  }, [incoming, onIncomingTaken, session, hasLooked]);

  return (
    <div className="today">
      <PageHeader title={momentText.weekday(workspace.clock.now())} pageName={m.today_page()} />
      <div className="today__write">
        <Composer
          workspace={workspace}
          hand={hand}
          shape={freeShape}
          models={models}
          onKept={setKept}
        />
        <AfterKeep workspace={workspace} kept={kept} onClose={() => setKept(null)} />
      </div>
      <OtherModels hand={hand} models={models} />
      <UnfinishedDrafts hand={hand} now={workspace.clock.now()} />
      <KeepsComingBack workspace={workspace} models={models} />
      <Lately workspace={workspace} models={models} />
      <SetAsideNote workspace={workspace} />
      <StorageShortNote />
      <BackupReminder workspace={workspace} />
    </div>
  );
}
