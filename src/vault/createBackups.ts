import { err, ok, type Result } from "#base/Result.ts";
import type { BackupPart } from "#core/journal/Backup.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Mark, Vault } from "#core/journal/Vault.ts";
import type { BackupFormat } from "./BackupFormat.ts";
import { backupKept, changeBackupKept, rememberRecipient } from "./backupKept.ts";
import { type BackupSoFar, BackupStopped, backupPages } from "./backupPages.ts";
import { checkBackup } from "./checkBackup.ts";
import { createAtRiskCount } from "./countAtRisk.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { tryKey } from "./tryKey.ts";

/** Sealed bytes handed out at once; the rest is made when it is asked for. */
const partBytes = 512 * 1024;
/** Entries at risk before a backup is mentioned at all, and how many more before it is mentioned again. */
const worthMentioning = 10;
const moreSince = 25;

type Backups = Pick<
  Vault,
  | "backupState"
  | "proveRecoveryCode"
  | "beginBackup"
  | "nextBackupPart"
  | "endBackup"
  | "putOffBackup"
  | "checkBackup"
>;

interface Writing {
  readonly bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  readonly soFar: BackupSoFar;
  readonly total: number;
  readonly through: Mark;
}

/** The methods of `Vault` that concern backups. */
export function createBackups(
  journal: OpenJournal,
  format: BackupFormat,
  cover: Vault["cover"],
): Backups {
  let writing: Writing | null = null;
  const countAtRisk = createAtRiskCount(journal);

  const backupState: Vault["backupState"] = async () => {
    const kept = await backupKept(journal);
    if (!kept.ok) return kept;
    const counted = await countAtRisk(kept.value?.last?.through ?? 0);
    if (!counted.ok) return counted;
    const { entries, orMore } = counted.value;
    const putOff = kept.value?.putOff ?? 0;
    return ok({
      recipient: kept.value?.recipient ?? null,
      lastAt: kept.value?.last?.at ?? null,
      atRisk: entries,
      atRiskOrMore: orMore,
      isWorthMentioning:
        entries >= worthMentioning && (putOff === 0 || entries >= putOff + moreSince),
    });
  };

  return {
    backupState,
    proveRecoveryCode: async (words) => {
      const { id, keys } = journal;
      const proof = { type: "recovery", words } as const;
      const tried = await tryKey(journal, id, ({ slots }) => keys.unlock(id, slots, proof));
      if (!tried.ok) return tried;
      const kept = await rememberRecipient(journal, tried.value.row.slots, words);
      return kept.ok ? ok(null) : kept;
    },
    beginBackup: async () => {
      const kept = await backupKept(journal);
      if (!kept.ok) return kept;
      const recipient = kept.value?.recipient ?? null;
      if (recipient === null) return err({ type: "NeedsRecoveryCode" });
      const extent = await journal.rows.extent();
      if (!extent.ok) return extent;
      const soFar: BackupSoFar = { done: 0, items: 0, leftOut: 0 };
      const pages = backupPages(journal, journal.clock.now(), (await cover()).cover, soFar);
      await writing?.bytes.return(undefined);
      const { total, highest } = extent.value;
      const bytes = format.write(recipient, pages);
      writing = { bytes, soFar, total, through: highest };
      return ok(null);
    },
    nextBackupPart: async () => {
      if (writing === null) throw new Error("no backup was begun");
      return nextPart(writing);
    },
    endBackup: async (isSaved) => {
      const ended = writing;
      writing = null;
      await ended?.bytes.return(undefined);
      if (ended === null || !isSaved) return ok(null);
      const last = { at: journal.clock.now(), through: ended.through };
      const changed = await changeBackupKept(
        journal,
        (kept) => kept && { ...kept, last, putOff: 0 },
      );
      return changed.ok ? ok(null) : changed;
    },
    putOffBackup: async () => {
      const state = await backupState();
      if (!state.ok) return state;
      const putOff = state.value.atRisk;
      const changed = await changeBackupKept(journal, (kept, slot) => {
        if (kept !== null) return { ...kept, putOff };
        return slot === null ? null : { slot, recipient: null, last: null, putOff };
      });
      return changed.ok ? ok(null) : changed;
    },
    checkBackup: (file, words) => checkBackup(journal, format, file, words),
  };
}

async function nextPart({
  bytes,
  soFar,
  total,
}: Writing): Promise<Result<BackupPart, StorageFailure>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isLast = false;
  try {
    while (length < partBytes && !isLast) {
      const { done, value } = await bytes.next();
      if (done) isLast = true;
      else {
        parts.push(value);
        length += value.length;
      }
    }
  } catch (fault) {
    if (fault instanceof BackupStopped) return err(fault.failure);
    throw fault;
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return ok({ bytes: joined, ...soFar, total, isLast });
}
