import { err, ok } from "#base/Result.ts";
import type { Vault, Version } from "#core/journal/Vault.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { StoredVersion } from "./RowStore.ts";
import { readRecord } from "./recordBytes.ts";

/** An earlier state, or null where its row does not open. */
export async function openVersion(
  { sealer }: Pick<OpenJournal, "sealer">,
  { number, of, sealed }: StoredVersion,
): Promise<Version | null> {
  const opened = await sealer.open("version", of, sealed);
  const read = opened.ok ? readRecord(opened.value) : opened;
  return read.ok ? { number, record: read.value } : null;
}

/** `Vault.history`: earlier states that open, newest first. */
export async function recordHistory(
  journal: OpenJournal,
  ...[id]: Parameters<Vault["history"]>
): ReturnType<Vault["history"]> {
  const rows = await journal.rows.versions([id]);
  if (!rows.ok) return rows;
  const opened = await Promise.all(rows.value.map((row) => openVersion(journal, row)));
  const versions = opened.filter((version) => version !== null).reverse();
  return versions.length === 0 && rows.value.length > 0
    ? err({ type: "Unreadable" })
    : ok(versions);
}
