import { useState } from "react";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { notify } from "#ui/toasts.ts";
import { storageText } from "./importWords.ts";

/** Imports that are still in the journal, each of which may be taken out again. */
export function EarlierImports({ workspace }: { readonly workspace: Workspace }) {
  const { data = [] } = useReading(workspace, ["batches"], (reader, since) =>
    reader.batches(since),
  );
  const [asked, setAsked] = useState<readonly EntryId[] | null>(null);
  const imports = data.filter(({ type }) => type === "imported");
  if (imports.length === 0) return null;

  const takeOut = async (entries: readonly EntryId[]) => {
    setAsked(null);
    const purged = await workspace.vault.purge(entries);
    if (purged.ok) workspace.wrote(purged.value);
    notify({
      text: purged.ok ? m.exchange_undone({ count: entries.length }) : storageText(purged.error),
    });
  };

  return (
    <section className="exchange__earlier" aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{m.exchange_earlier_title()}</h2>
      <p className="exchange__help">{m.exchange_earlier_about()}</p>
      <ul>
        {imports.map(({ batch, at, entries }) => {
          const line = m.exchange_earlier_line({
            day: momentText.dayAndTime(at),
            count: entries.length,
          });
          return (
            <li key={batch}>
              <span id={`import-${batch}`}>{line}</span>
              <Button
                id={`take-out-${batch}`}
                aria-labelledby={`take-out-${batch} import-${batch}`}
                onPress={() => setAsked(entries)}
              >
                {m.exchange_earlier_undo()}
              </Button>
            </li>
          );
        })}
      </ul>
      <Dialog
        title={m.exchange_earlier_undo_title()}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button variant="quiet" onPress={() => setAsked(null)}>
              {m.exchange_cancel()}
            </Button>
            <Button variant="danger" onPress={() => void takeOut(asked ?? [])}>
              {m.exchange_earlier_undo()}
            </Button>
          </>
        }
      >
        <p>{m.exchange_earlier_undo_body({ count: asked?.length ?? 0 })}</p>
      </Dialog>
    </section>
  );
}
