import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SealingAnew } from "#core/journal/SealingAnew.ts";
import type { Vault } from "#core/journal/Vault.ts";
import type { StoredSlots } from "./KeyRing.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { type Place, type RowClass, rowClasses } from "./PlacedRow.ts";
import { renewCover } from "./renewCover.ts";
import type { SealedKind } from "./Sealer.ts";

/** Rows to a transaction: few, so that neither memory nor a Keep that waits for its turn notices. */
const chunk = 32;

const kinds: Readonly<Record<RowClass, SealedKind>> = {
  documents: "document",
  views: "view",
  versions: "version",
  drafts: "draft",
  derived: "derived",
  spaceRows: "space",
};

type Parts = Pick<
  OpenJournal,
  "id" | "covers" | "keys" | "rows" | "sealer" | "turns" | "leadership" | "holders"
>;

/** Sealing anew under a journal's new key: how far it is, and the doing of it. */
export interface SealingWork {
  readonly sealingAnew: Vault["sealingAnew"];
  /** Seals everything anew where the journal has an older key still; resolves once that has ended. */
  readonly run: () => Promise<void>;
}

/**
 * Sealing anew, resumable at any point: what is still under the older key is told from the rows
 * themselves, so that nothing has to be remembered. A row is replaced only while it is what was read.
 * It begins once no tab seals with the older key any more, and the older key goes when a whole pass
 * has found nothing under it.
 */
export function createSealingAnew(parts: Parts): SealingWork {
  const { id, covers, keys, rows, sealer, turns } = parts;
  let state: SealingAnew = { type: "Elsewhere" };
  let done = 0;
  /** Rows of the pass under way that storage did not give: perhaps for this moment only. */
  let unread = 0;

  /** Seals one class anew, and says how many rows were under the older key. */
  const renewClass = async (
    of: RowClass,
    total: number,
  ): Promise<Result<number, StorageFailure>> => {
    let found = 0;
    for (let after: Place | null = null; ; ) {
      await turns.idle();
      const page: Awaited<ReturnType<typeof rows.placed>> = await rows.placed(of, after, chunk);
      if (!page.ok) return page;
      unread += page.value.unread;
      const renewed = await Promise.all(
        page.value.rows.map(async (row) => {
          // What does not open is damaged: no key will read it, and it stays as it is.
          const next = await sealer.renew(kinds[of], row.id, row.sealed);
          return next.ok && next.value !== null ? [{ ...row, renewed: next.value }] : [];
        }),
      );
      const changes = renewed.flat();
      const put = changes.length === 0 ? ok(null) : await rows.renew(of, changes);
      if (!put.ok) return put;
      found += changes.length;
      done = Math.min(total, done + page.value.rows.length);
      state = { type: "Working", done, total };
      if (page.value.next === null) return ok(found);
      after = page.value.next;
    }
  };

  const renewAll = async (): Promise<Result<null, StorageFailure>> => {
    const total = await rows.count();
    if (!total.ok) return total;
    state = { type: "Working", done: 0, total: total.value };
    for (;;) {
      let found = 0;
      unread = 0;
      for (const of of rowClasses) {
        const renewed = await renewClass(of, total.value);
        if (!renewed.ok) return renewed;
        found += renewed.value;
      }
      const cover = await renewCover(parts);
      if (!cover.ok) return cover;
      if (found === 0) break;
    }
    // The older key may be all that opens them, and it does no harm under the new one: the next unlock tries again.
    if (unread > 0) return err({ type: "StorageRefused", name: "DataError" });
    const dropped = await covers.change(id, (row) =>
      // Where the slot was damaged meanwhile there may be yet another key, which needs its older one.
      keys.epoch(row.slots) === sealer.epoch
        ? { ...row, slots: keys.withoutOlderKey(row.slots) }
        : row,
    );
    return dropped.ok ? ok(null) : err(dropped.error);
  };

  /** Whether this tab has the newest key and no older one, although there should be one. */
  const isOlderKeyLost = (slots: StoredSlots) =>
    keys.hasOlderKey(slots) && keys.epoch(slots) === sealer.epoch && !sealer.opensOlder;

  const isPending = async (): Promise<Result<boolean, StorageFailure>> => {
    const row = await covers.find(id);
    return row.ok ? ok(row.value !== null && keys.hasOlderKey(row.value.slots)) : row;
  };

  return {
    sealingAnew: async () => {
      const row = await covers.find(id);
      if (!row.ok) return row;
      if (row.value === null || !keys.hasOlderKey(row.value.slots)) return ok({ type: "Done" });
      return ok(isOlderKeyLost(row.value.slots) ? { type: "OlderKeyLost" } : state);
    },
    run: async () => {
      const seen = await isPending();
      // Without the older key nothing is sealed anew, and what is left of it stays for whoever can mend it.
      if (!seen.ok || !seen.value || !sealer.opensOlder) return;
      await parts.leadership.leading;
      await parts.holders.noneHold(id, sealer.epoch - 1);
      // Another tab may have finished it while this one waited for its turn.
      const pending = await isPending();
      if (!pending.ok || !pending.value) return;
      const renewed = await renewAll();
      state = renewed.ok ? { type: "Done" } : { type: "Stopped", failure: renewed.error };
    },
  };
}
