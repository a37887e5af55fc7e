import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { CoverStore } from "./CoverStore.ts";
import type { KeyRing, StoredSlots } from "./KeyRing.ts";
import { readJson } from "./readJson.ts";
import type { Sealer } from "./Sealer.ts";

const order = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const keptSchema = v.object({
  /** The recovery slot whose code the recipient is of [B4]. */
  slot: v.string(),
  /** Null until the code has been typed once. */
  recipient: v.nullable(v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/))),
  last: v.nullable(v.object({ at: instantSchema, through: order })),
  /** How much was at risk when the person last said "later". */
  putOff: order,
});

/** What is remembered of backups beside the journal's cover. */
export type BackupKept = Readonly<v.InferOutput<typeof keptSchema>>;

/** The sealed bytes kept in the cover's row. */
export const sealBackupKept = (
  sealer: Sealer,
  id: JournalId,
  kept: BackupKept,
): Promise<Uint8Array> => sealer.seal("backup", id, new TextEncoder().encode(JSON.stringify(kept)));

/** What is remembered for the recovery code that opens the journal now; null where nothing usable is. */
export async function openBackupKept(
  sealer: Sealer,
  id: JournalId,
  sealed: Uint8Array,
  slot: string | null,
): Promise<BackupKept | null> {
  if (sealed.length === 0) return null;
  const opened = await sealer.open("backup", id, sealed);
  const parsed = v.safeParse(keptSchema, opened.ok ? readJson(opened.value) : undefined);
  return parsed.success && parsed.output.slot === slot ? parsed.output : null;
}

/** What the functions here work on. */
export interface BackupKeeping {
  readonly id: JournalId;
  readonly covers: CoverStore;
  readonly keys: Pick<KeyRing, "recoverySlot" | "backupKey">;
  readonly sealer: Sealer;
}

/** What is remembered now. */
export async function backupKept({
  id,
  covers,
  keys,
  sealer,
}: BackupKeeping): Promise<Result<BackupKept | null, StorageFailure>> {
  const row = await covers.find(id);
  if (!row.ok) return row;
  if (row.value === null) return ok(null);
  const { backup, slots } = row.value;
  return ok(await openBackupKept(sealer, id, backup, keys.recoverySlot(slots)));
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Changes what is remembered; where another tab changed it meanwhile, from what is there now. `change` may give null to leave it. */
export async function changeBackupKept(
  { id, covers, keys, sealer }: BackupKeeping,
  change: (kept: BackupKept | null, slot: string | null) => BackupKept | null,
): Promise<Result<BackupKept | null, StorageFailure>> {
  for (;;) {
    const row = await covers.find(id);
    if (!row.ok) return row;
    if (row.value === null) return ok(null);
    const before = row.value.backup;
    const slot = keys.recoverySlot(row.value.slots);
    const kept = change(await openBackupKept(sealer, id, before, slot), slot);
    if (kept === null) return ok(null);
    const backup = await sealBackupKept(sealer, id, kept);
    const seen = { current: false };
    const changed = await covers.change(id, (latest) => {
      seen.current = sameBytes(latest.backup, before);
      return seen.current ? { ...latest, backup } : latest;
    });
    if (!changed.ok) return err(changed.error);
    if (seen.current || changed.value === null) return ok(kept);
  }
}

/** What is first remembered for a recovery code; null where the words are none or no slot is theirs. */
export async function firstBackupKept(
  keys: BackupKeeping["keys"],
  slots: StoredSlots,
  words: readonly string[],
): Promise<BackupKept | null> {
  const slot = keys.recoverySlot(slots);
  const key = slot === null ? null : await keys.backupKey(words);
  return slot === null || !key?.ok
    ? null
    : { slot, recipient: key.value.recipient, last: null, putOff: 0 };
}

/** Remembers the recipient of words that have just opened the journal. `slots` are the ones they opened. */
export async function rememberRecipient(
  parts: BackupKeeping,
  slots: StoredSlots,
  words: readonly string[],
): Promise<Result<BackupKept | null, StorageFailure>> {
  const first = await firstBackupKept(parts.keys, slots, words);
  return changeBackupKept(parts, (kept, slot) =>
    first === null || first.slot !== slot
      ? null
      : { ...(kept ?? first), recipient: first.recipient },
  );
}
