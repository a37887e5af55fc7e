import { Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import * as m from "#messages";
import { EntryLine } from "#notebook/EntryLine.tsx";
import { momentText } from "#notebook/momentText.ts";
import { useModels } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { notify } from "#ui/toasts.ts";
import { putBack } from "./binEntry.ts";
import { EntryFeed } from "./EntryFeed.tsx";
import "./JournalPage.css";
import "./BinPage.css";

/** How much of an entry names it to a screen reader, in UTF-16 units. */
const enough = 60;

/** Deleted entries, for 30 days: put one back, or empty the bin for good. */
export function BinPage({ workspace }: { readonly workspace: Workspace }) {
  const models = useModels(workspace);
  const [isAsking, setAsking] = useState(false);
  const bin = useReading(workspace, ["find", "", { inBin: true }], (reader, since) =>
    reader.timeline({ inBin: true }, since),
  );
  const count = bin.data?.ids.length ?? 0;
  const empty = async () => {
    setAsking(false);
    const purged = await workspace.vault.purge(bin.data?.ids ?? []);
    if (purged.ok) workspace.wrote(purged.value);
    notify({ text: purged.ok ? m.journal_bin_cleared() : m.journal_failed() });
  };
  return (
    <div className="journal">
      <PageHeader
        eyebrow={m.journal_page()}
        title={m.journal_bin()}
        pageName={m.journal_bin_page()}
        {...(count > 0
          ? {
              actions: (
                <Button variant="danger" icon={Trash2} onPress={() => setAsking(true)}>
                  {m.journal_bin_clear()}
                </Button>
              ),
            }
          : {})}
      />
      <p className="journal__count">
        {bin.data && count === 0 ? m.journal_bin_empty() : m.journal_bin_help()}
      </p>
      {bin.data && count > 0 && (
        <EntryFeed
          workspace={workspace}
          list={bin.data}
          label={m.journal_bin()}
          hasMonths={false}
          isBusy={false}
          scrolled={0}
        >
          {(line) => (
            <div className="binned">
              <EntryLine line={line} models={models} />
              <div className="binned__foot">
                <span className="binned__when">
                  {line.deletedAt !== null &&
                    m.journal_bin_deleted({ day: momentText.day(line.deletedAt) })}
                </span>
                <Button
                  icon={Undo2}
                  aria-label={m.journal_bin_restore_about({ text: line.text.slice(0, enough) })}
                  onPress={() => void putBack(workspace, line.id)}
                >
                  {m.journal_bin_restore()}
                </Button>
              </div>
            </div>
          )}
        </EntryFeed>
      )}
      <Dialog
        title={m.journal_bin_clear_ask()}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{m.common_cancel()}</Button>
            <Button variant="danger" onPress={() => void empty()}>
              {m.journal_bin_clear()}
            </Button>
          </>
        }
      >
        <p>{m.journal_bin_clear_about({ count })}</p>
      </Dialog>
    </div>
  );
}
