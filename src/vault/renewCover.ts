import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { OpenJournal } from "./OpenJournal.ts";

/** Seals anew what stands beside the journal's cover; where another tab changed it meanwhile, from what is there now. */
export async function renewCover({
  id,
  covers,
  sealer,
}: Pick<OpenJournal, "id" | "covers" | "sealer">): Promise<Result<null, StorageFailure>> {
  for (;;) {
    const row = await covers.find(id);
    if (!row.ok) return row;
    if (row.value === null) return ok(null);
    const before = row.value;
    const [inside, backup] = await Promise.all([
      sealer.renew("cover", id, before.inside),
      sealer.renew("backup", id, before.backup),
    ]);
    const renewed = {
      ...(inside.ok && inside.value !== null ? { inside: inside.value } : {}),
      ...(backup.ok && backup.value !== null ? { backup: backup.value } : {}),
    };
    if (Object.keys(renewed).length === 0) return ok(null);
    const seen = { current: false };
    const changed = await covers.change(id, (latest) => {
      seen.current =
        sameBytes(latest.inside, before.inside) && sameBytes(latest.backup, before.backup);
      return seen.current ? { ...latest, ...renewed } : latest;
    });
    if (!changed.ok) return err(changed.error);
    if (seen.current) return ok(null);
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
