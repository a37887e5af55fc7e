import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Mark } from "#core/journal/Vault.ts";
import { openView } from "./loadRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";

/** Counting stops here: beyond it the number changes nothing. */
const mostCounted = 500;
const pageSize = 100;

/** Entries at risk, and whether there may be more than were counted. */
export interface AtRisk {
  readonly entries: number;
  readonly orMore: boolean;
}

/**
 * Counts entries written or changed after a mark, examples aside. Rows once counted are not opened
 * again, so asking after every Keep costs one row.
 */
export function createAtRiskCount({
  rows,
  sealer,
  turns,
}: Pick<OpenJournal, "rows" | "sealer" | "turns">) {
  let since: Mark | null = null;
  let looked: Mark = 0;
  const found = new Set<string>();
  return async (after: Mark): Promise<Result<AtRisk, StorageFailure>> => {
    if (since !== after) {
      since = after;
      looked = after;
      found.clear();
    }
    while (found.size < mostCounted) {
      await turns.idle();
      const page = await rows.views(looked, Number.POSITIVE_INFINITY, pageSize);
      if (!page.ok) return page;
      for (const { id, sealed } of page.value) {
        const record = await openView(sealer, id, sealed);
        // A row that does not open cannot be backed up either.
        if (record?.kind !== "entry" || record.origin.type === "example" || record.deletedAt)
          found.delete(id);
        else found.add(id);
      }
      looked = page.value.at(-1)?.order ?? looked;
      if (page.value.length < pageSize) break;
    }
    return ok({ entries: found.size, orMore: found.size >= mostCounted });
  };
}
