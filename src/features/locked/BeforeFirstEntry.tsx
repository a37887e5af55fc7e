import { useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import * as m from "#messages";
import { ReflectiveNotes } from "#notebook/keys/ReflectiveNotes.tsx";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { LockedFrame } from "./LockedFrame.tsx";

/** How far the new journal is while its owner reads the note. */
export type Beginning =
  | { readonly type: "underWay" }
  | { readonly type: "done"; readonly id: JournalId }
  | { readonly type: "failed"; readonly text: string; readonly again: () => Promise<void> };

/** The note on what reflective notes are, before the first entry; the journal is made meanwhile. */
export function BeforeFirstEntry({
  subtitle,
  beginning,
  onOpen,
}: {
  readonly subtitle: string;
  readonly beginning: Beginning;
  readonly onOpen: (id: JournalId) => Promise<void>;
}) {
  const [isOpening, setOpening] = useState(false);
  const isPending = isOpening || beginning.type === "underWay";
  return (
    <LockedFrame title={m.common_notes_title()} subtitle={subtitle} isRoomy>
      <ReflectiveNotes />
      {beginning.type === "failed" ? (
        <Notice
          tone="danger"
          actions={
            <Button variant="outline" onPress={() => void beginning.again()}>
              {m.common_try_again()}
            </Button>
          }
        >
          {beginning.text}
        </Notice>
      ) : (
        <Button
          variant="main"
          isPending={isPending}
          onPress={() => {
            if (beginning.type !== "done") return;
            setOpening(true);
            void onOpen(beginning.id);
          }}
        >
          {isPending ? m.locked_preparing() : m.locked_open_journal()}
        </Button>
      )}
    </LockedFrame>
  );
}
