import type { Instant } from "#base/Clock.ts";
import type { DraftId, ModelId } from "#core/identifiers.ts";
import type { Basis } from "#core/journal/Vault.ts";
import type { Draft, Entry } from "./Entry.ts";

/** A blank draft with this model, happening now. Parts are added as they are written. */
export const newDraft = (id: DraftId, model: ModelId, now: Instant): Draft => ({
  id,
  model,
  parts: [],
  happened: { at: now, precision: "minute" },
  feeling: "neither",
  tags: [],
  setting: "",
  roles: [],
  forAppraisal: false,
  of: null,
  startedAt: now,
  savedAt: now,
});

/** A draft of a change to a kept entry, from the state it was opened at. */
export const draftOf = (id: DraftId, entry: Entry, basis: Basis, now: Instant): Draft => ({
  id,
  model: entry.model,
  parts: entry.parts,
  happened: entry.happened,
  feeling: entry.feeling,
  tags: entry.tags,
  setting: entry.setting,
  roles: entry.roles,
  forAppraisal: entry.forAppraisal,
  of: { entry: entry.id, basis },
  startedAt: now,
  savedAt: now,
});
