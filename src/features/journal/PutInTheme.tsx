import type { EntryId, ThemeId } from "#core/identifiers.ts";
import { putIn } from "#core/theme/changeTheme.ts";
import { changing } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { saveDecision } from "#notebook/saveDecision.ts";
import { undoSaved } from "#notebook/undoSaved.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { notify } from "#ui/toasts.ts";
import "./PutInTheme.css";

/** Puts an entry in one of the themes that it is not in yet. */
export function PutInTheme({
  workspace,
  id,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly id: EntryId;
  readonly onClose: () => void;
}) {
  const asked = useReading(workspace, ["themes to put in", id], async (reader, since) => {
    const [all, already] = await Promise.all([reader.themes(since), reader.themesOf(id, since)]);
    const held = new Set(already.map((theme) => theme.id));
    return all.filter((theme) => !theme.dismissed && !held.has(theme.id));
  });
  const put = async (theme: ThemeId) => {
    const opened = await workspace.vault.open(theme);
    if (!opened.ok || opened.value.record.kind !== "theme")
      return notify({ text: m.journal_failed() });
    const { record } = opened.value;
    const decision = changing([putIn(record, id, workspace.clock.now())], [record]);
    const saved = await saveDecision(workspace, decision);
    if (!saved.ok) return notify({ text: m.journal_failed() });
    notify({
      text: m.journal_put_in_done(),
      undo: () => void undoSaved(workspace, decision),
    });
    onClose();
  };
  return (
    <Dialog title={m.journal_put_in_theme()} isOpen onClose={onClose}>
      {asked.data && (
        <p>{asked.data.length === 0 ? m.journal_put_in_theme_none() : m.journal_put_in_choose()}</p>
      )}
      <ul className="put-in">
        {asked.data?.map((theme) => (
          <li key={theme.id}>
            <Button isWide onPress={() => void put(theme.id)}>
              {m.journal_theme_of({ name: theme.name, size: theme.size })}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
