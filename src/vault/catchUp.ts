import type { Mark } from "#core/journal/Vault.ts";
import type { FeedParts, Sending } from "./Feed.ts";
import { openRows } from "./openRows.ts";

/** Rows per message; small enough that a Keep in between is not delayed. */
const chunk = 500;

/** Sends all rows with `after < order < before`, oldest first. Returns how far they went: `after` where there were none. */
export async function catchUp(
  parts: FeedParts,
  { post, newer }: Sending,
  after: Mark,
  before: Mark,
): Promise<Mark> {
  for (let from = after; ; ) {
    const rows = await parts.rows.views(from, before, chunk);
    if (!rows.ok) return from;
    const last = rows.value.at(-1);
    if (last === undefined) return from;
    from = last.order;
    const { views } = await openRows(parts, rows.value);
    for (const { id, order } of views) newer.set(id, order);
    await post({ type: "views", views, through: from });
  }
}
