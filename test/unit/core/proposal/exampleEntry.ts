import { instant } from "#base/Clock.ts";
import type { Entry, Feeling } from "#core/entry/Entry.ts";
import type { EntryId, ModelId } from "#core/identifiers.ts";

/** A kept entry of one part with this text; `at` counts days from 2026-01-01. */
export const exampleEntry = (
  id: string,
  text: string,
  day = 0,
  feeling: Feeling = "got-in-the-way",
): Entry => {
  const at = instant(Date.UTC(2026, 0, 1, 12) + day * 86_400_000);
  return {
    kind: "entry",
    id: id as EntryId,
    model: "free" as ModelId,
    parts: [{ part: "free.page", label: "", text }],
    happened: { at, precision: "minute" },
    feeling,
    tags: [],
    setting: "",
    roles: [],
    forAppraisal: false,
    origin: { type: "written" },
    createdAt: at,
    editedAt: at,
    deletedAt: null,
  };
};
