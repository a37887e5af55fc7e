import { ArchiveRestore, Plus, Sprout } from "lucide-react";
import type { ReactNode } from "react";
import type { ShownJournal } from "#core/journal/Door.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { EmblemFace, emblemClass } from "#ui/Emblem.tsx";
import { emblemName } from "#ui/emblems.ts";
import { LockedFrame } from "./LockedFrame.tsx";

/** The first screen: the covers of the journals on this device, and the ways to others. */
export function ChooseJournal({
  journals,
  isFirst,
  notices,
  onChoose,
  onHidden,
  onStart,
  onRestore,
}: {
  readonly journals: readonly ShownJournal[];
  readonly isFirst: boolean;
  readonly notices: ReactNode;
  readonly onChoose: (journal: ShownJournal) => void;
  readonly onHidden: () => void;
  readonly onStart: () => void;
  readonly onRestore: () => void;
}) {
  const isEmpty = journals.length === 0;
  const isRepeated = ({ cover }: ShownJournal) =>
    journals.filter((other) => other.cover.symbol === cover.symbol).length > 1;
  return (
    <LockedFrame
      title={isEmpty ? m.locked_welcome() : m.locked_choose()}
      isTitleQuiet
      above={
        <>
          <Sprout className="locked__mark" size={60} strokeWidth={1.7} aria-hidden />
          <p className="locked__name">{m.common_app_name()}</p>
        </>
      }
      isFirst={isFirst}
    >
      {notices}
      {isEmpty ? (
        <Button variant="main" icon={Plus} isWide onPress={onStart}>
          {m.locked_start()}
        </Button>
      ) : (
        <ul className="locked__covers">
          {journals.map((journal) => (
            <li key={journal.id}>
              <button
                type="button"
                className={`locked__cover ${emblemClass(journal.cover)}`}
                aria-label={emblemName(journal.cover)}
                onClick={() => onChoose(journal)}
              >
                <EmblemFace look={journal.cover} showColour={isRepeated(journal)} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="outline" isWide onPress={onHidden}>
        {m.locked_open_hidden()}
      </Button>
      {!isEmpty && (
        <Button variant="quiet" icon={Plus} isWide onPress={onStart}>
          {m.locked_start()}
        </Button>
      )}
      <Button variant="quiet" icon={ArchiveRestore} isWide onPress={onRestore}>
        {m.locked_restore()}
      </Button>
      <p className="locked__footnote">{m.locked_footnote()}</p>
    </LockedFrame>
  );
}
