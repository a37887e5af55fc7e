import type { Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";

const problemText = (failure: ReadFailure): string =>
  failure.type === "NotFound" || failure.type === "Unreadable"
    ? m.voices_thanks_problem_gone()
    : storageFailureText(failure);

const isOfKind = <R extends JournalRecord>(record: JournalRecord, like: R): record is R =>
  record.kind === like.kind;

/** Keeps a new record. Answers why not, in words; null once it is kept. */
export async function keepNew(workspace: Workspace, next: JournalRecord): Promise<string | null> {
  return told(workspace, await workspace.vault.save([{ basis: null, next }]));
}

/** Changes a record as it stands now, whoever changed it meanwhile. Answers as `keepNew`. */
export async function changeRecord<R extends JournalRecord>(
  workspace: Workspace,
  record: R,
  change: (there: R) => R,
): Promise<string | null> {
  const opened = await workspace.vault.open(record.id);
  if (!opened.ok) return problemText(opened.error);
  const { record: there, basis } = opened.value;
  if (!isOfKind(there, record)) return problemText({ type: "NotFound" });
  return told(workspace, await workspace.vault.save([{ basis, next: change(there) }]));
}

function told(
  workspace: Workspace,
  saved: Result<{ readonly mark: Parameters<Workspace["wrote"]>[0] }, ReadFailure>,
): string | null {
  if (!saved.ok) return problemText(saved.error);
  workspace.wrote(saved.value.mark);
  return null;
}
