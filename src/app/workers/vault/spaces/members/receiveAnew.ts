import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { OpenedVault } from "#vault/createVault.ts";
import type { SpaceRow } from "#vault/RowStore.ts";

const part = "anew";

/**
 * Keeps which records of a space say here what was never sent there: once this journal is let in again
 * they are received anew, or the next change in one would carry that along. It outlasts what the space
 * keeps, which is forgotten before anybody is asked.
 */
export const markToReceiveAnew = (
  { carrying }: Pick<OpenedVault, "carrying">,
  space: string,
  records: readonly string[],
): Promise<Result<null, StorageFailure>> => {
  const put = records.map(
    (id): SpaceRow => ({
      space: "",
      part,
      key: `${space}/${id}`,
      stamp: 0,
      sealed: new Uint8Array(),
    }),
  );
  return carrying.rows.writeSpace({ put, drop: [] });
};

/**
 * Takes these records away before the first row is asked for, so that they come as the others have
 * them. What was written in one since this journal asked to be let in is said by whom it is now, and
 * stays.
 */
export async function takeAwayToReceiveAnew(
  { carrying, vault }: Pick<OpenedVault, "carrying" | "vault">,
  space: string,
): Promise<Result<null, StorageFailure>> {
  const marked = await carrying.rows.spaceRows("", part);
  if (!marked.ok) return marked;
  const of = `${space}/`;
  const drop = marked.value.filter(({ key }) => key.startsWith(of));
  if (drop.length === 0) return ok(null);
  const written = await carrying.rows.spaceRows(space, "unsent");
  if (!written.ok) return written;
  const stay = new Set(written.value.map(({ key }) => key));
  const gone = drop.map(({ key }) => key.slice(of.length)).filter((id) => !stay.has(id));
  const purged = await vault.purge(gone as RecordId[]);
  return purged.ok ? carrying.rows.writeSpace({ put: [], drop }) : purged;
}
