import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { EntryContent } from "#core/entry/Entry.ts";
import { withPart } from "#core/entry/withPart.ts";
import { hasWords } from "#core/entry/writtenParts.ts";
import type { ModelShape } from "#core/reflection/ModelShape.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import type { Kept } from "./draftSession.ts";
import { FailedNotice } from "./FailedNotice.tsx";
import { FeelingChips } from "./FeelingChips.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { MoreDetails } from "./MoreDetails.tsx";
import { PartFields } from "./PartFields.tsx";
import type { DraftInHand } from "./useDraft.ts";
import type { Models } from "./useModels.ts";
import type { Workspace } from "./Workspace.ts";
import { wordsToTakeOut } from "./wordsToTakeOut.ts";
import "./Composer.css";

interface ComposerProps {
  readonly workspace: Workspace;
  readonly hand: DraftInHand;
  readonly shape: ModelShape | null;
  readonly models: Models;
  /** After the vault has committed. */
  readonly onKept: (kept: Kept) => void;
  /** Further buttons beside Keep. */
  readonly actions?: ReactNode;
}

/** Where a person writes: fields, feeling, details, Keep, and how safe the words are. */
export function Composer({ workspace, hand, shape, models, onKept, actions }: ComposerProps) {
  const { draft, safety, isKeeping, session } = hand;
  const [isToldToWrite, setToldToWrite] = useState(false);
  const first = useRef<HTMLTextAreaElement | null>(null);

  // The field is ready for typing as soon as it is there; words brought back have the caret at their end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever another draft is taken up
  useLayoutEffect(() => {
    const field = first.current;
    if (!field || isInOtherField(field)) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [session]);

  const change = (next: Partial<EntryContent>) => {
    setToldToWrite(false);
    session.change((content) => ({ ...content, ...next }));
  };
  const keep = async () => {
    if (!hasWords(session.state().draft)) {
      setToldToWrite(true);
      first.current?.focus();
      return;
    }
    await session.keep(onKept);
  };
  const keepAsNew = () => {
    session.change((content) => ({ ...content, of: null }));
    void keep();
  };
  const note = {
    blank: "",
    typing: m.notebook_saving(),
    saving: m.notebook_saving(),
    saved: m.notebook_draft_saved(),
    failed: "",
  }[safety.type];

  return (
    <div className="composer">
      <LeaveGuard isSaved={session.isSaved} save={session.flush} />
      <div className="composer__sheet">
        <PartFields
          parts={draft.parts}
          shape={shape}
          models={models}
          isReadOnly={isKeeping}
          onChange={(part, text) => {
            setToldToWrite(false);
            session.change((content) => withPart(content, part.part, part.label, text));
          }}
          onDone={() => void keep()}
          firstRef={(element) => {
            first.current = element;
          }}
        />
        <div className="composer__foot">
          <FeelingChips value={draft.feeling} onChange={(feeling) => change({ feeling })} />
          <div className="composer__actions">
            {actions}
            <Button variant="main" isPending={isKeeping} onPress={() => void keep()}>
              {m.common_keep()}
            </Button>
          </div>
        </div>
      </div>
      {safety.type === "failed" && (
        <FailedNotice
          failure={safety.failure}
          words={() => wordsToTakeOut(session.state().draft, models)}
          onTryAgain={() => void session.flush()}
          onKeepAsNew={keepAsNew}
        />
      )}
      <div className="composer__under">
        <MoreDetails workspace={workspace} content={draft} onChange={change} />
        <p className="composer__note">{isToldToWrite ? m.notebook_write_first() : note}</p>
      </div>
    </div>
  );
}

/** Whether the person is already typing somewhere else. */
function isInOtherField(field: Element): boolean {
  const active = document.activeElement;
  return active !== field && active instanceof HTMLElement && active.matches("input, textarea");
}
