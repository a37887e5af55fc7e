import type { FedView } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { FeedParts, Sending } from "./Feed.ts";
import { openRows } from "./openRows.ts";
import type { StoredView } from "./RowStore.ts";

/** Rows per message. */
const chunk = 500;
/** Rows opened between two looks at whether somebody is writing. */
const slice = 100;
/** Orders looked through at once where most rows have been written again since, and left gaps. */
const widest = 64 * chunk;

/**
 * Sends the whole journal up to `highest`, newest first, then `loaded`. Whoever writes meanwhile
 * goes first. Returns the records found in the bin, with the moment they were put there.
 */
export async function feedAll(
  parts: FeedParts,
  { post, newer }: Sending,
  highest: Mark,
  known: () => Mark,
): Promise<ReadonlyMap<RecordId, number>> {
  const binned = new Map<RecordId, number>();
  let window = chunk;
  for (let before = highest + 1; before > 1; ) {
    await parts.turns.idle();
    const after = Math.max(0, before - 1 - window);
    const rows = await parts.rows.views(after, before, window);
    if (!rows.ok) break;
    before = after + 1;
    window = rows.value.length * 2 < chunk ? Math.min(widest, window * 2) : chunk;
    const newestFirst = [...rows.value].reverse();
    for (let at = 0; at < newestFirst.length; at += chunk) {
      const opened = await openSlices(parts, newestFirst.slice(at, at + chunk), binned);
      const views = opened.filter(({ id, order }) => order > (newer.get(id) ?? 0));
      await post({ type: "views", views, through: highest });
    }
  }
  for (const id of newer.keys()) binned.delete(id as RecordId);
  await post({ type: "loaded", through: known(), unreadable: parts.setAside.size });
  return binned;
}

async function openSlices(
  parts: FeedParts,
  rows: readonly StoredView[],
  binned: Map<RecordId, number>,
): Promise<readonly FedView[]> {
  const views: FedView[] = [];
  for (let at = 0; at < rows.length; at += slice) {
    await parts.turns.idle();
    const opened = await openRows(parts, rows.slice(at, at + slice));
    views.push(...opened.views);
    for (const [id, since] of opened.binned) binned.set(id, since);
  }
  return views;
}
