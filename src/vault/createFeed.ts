import type { FedView } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import { catchUp } from "./catchUp.ts";
import type { Feed, FeedParts, Sending } from "./Feed.ts";
import { feedAll } from "./feedAll.ts";

/**
 * A feed for one reader. `loaded` is called once after the first full reading, with the ids of
 * records that have lain in the bin, and since when.
 */
export function createFeed(
  parts: FeedParts,
  loaded: (binned: ReadonlyMap<RecordId, number>) => void,
): Feed {
  let sending: Sending | null = null;
  let known: Mark = 0;
  /** News goes out one after another: rows fetched for one must not overtake the next. */
  let line: Promise<unknown> = Promise.resolve();
  const inLine = (work: (to: Sending) => Promise<void>) => {
    const to = sending;
    if (to === null) return;
    line = line.then(() => work(to)).catch(() => undefined);
  };

  /** Everything between what is known and `before`, whoever wrote it. */
  const fill = async (to: Sending, before: Mark) => {
    if (before > known + 1) known = await catchUp(parts, to, known, before);
  };
  const send = (to: Sending, views: readonly FedView[], through: Mark) => {
    known = Math.max(known, through);
    for (const { id, order } of views) to.newer.set(id, order);
    return to.post({ type: "views", views, through: known });
  };
  const drop = async (to: Sending, ids: readonly RecordId[], through: Mark) => {
    known = Math.max(known, through);
    for (const id of ids) to.newer.set(id, through);
    await to.post({ type: "removed", ids, through: known });
  };

  return {
    through: () => known,
    listen: async (listener) => {
      const to: Sending = { post: listener, newer: new Map() };
      sending = to;
      const extent = parts.rows.extent();
      line = extent.then((found) => {
        if (found.ok) known = Math.max(known, found.value.highest);
      });
      const found = await extent;
      const { total, highest } = found.ok ? found.value : { total: 0, highest: 0 };
      await to.post({ type: "begin", total });
      // A reader that is gone cannot be told anything more; the page is closing.
      feedAll(parts, to, highest, () => known).then(loaded, () => undefined);
    },
    wrote: (views, through) =>
      inLine(async (to) => {
        await fill(to, views[0]?.order ?? through);
        await send(to, views, through);
      }),
    removed: (ids, through) =>
      inLine(async (to) => {
        await fill(to, through);
        await drop(to, ids, through);
      }),
    heard: (news) =>
      inLine(async (to) => {
        const late = news.through <= known;
        await fill(to, news.through + 1);
        if (news.type === "written") {
          if (!late) await send(to, [], news.through);
          return;
        }
        await drop(to, await gone(parts, news.ids), news.through);
      }),
  };
}

/** Of these ids, those that are not there: they may have been written again since. */
async function gone({ rows }: FeedParts, ids: readonly string[]): Promise<readonly RecordId[]> {
  const missing: RecordId[] = [];
  for (const id of ids) {
    const row = await rows.document(id);
    if (row.ok && row.value === null) missing.push(id as RecordId);
  }
  return missing;
}
