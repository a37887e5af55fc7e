import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { BatchId, EntryId } from "#core/identifiers.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import { unknownDate } from "#exchange/fields/readDate.ts";
import type { FoundEntry } from "./FoundEntry.ts";

/** An imported entry: a free page that says which import brought it. */
export const toEntry = (found: FoundEntry, id: EntryId, batch: BatchId, now: Instant): Entry => ({
  kind: "entry",
  id,
  model: freePage.id,
  parts: [{ part: `${freePage.id}.${freePage.opening}`, label: "", text: found.text }],
  happened: found.date.type === "date" ? found.date.happened : unknownDate(now),
  feeling: found.feeling,
  tags: found.tags,
  setting: found.setting,
  roles: found.roles,
  forAppraisal: found.forAppraisal,
  origin: { type: "imported", batch },
  createdAt: now,
  editedAt: now,
  deletedAt: null,
});
