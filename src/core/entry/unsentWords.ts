import type { Instant } from "#base/Clock.ts";
import type { DraftId, ModelId } from "#core/identifiers.ts";
import type { Draft } from "./Entry.ts";
import { newDraft } from "./newDraft.ts";

/** The model of drafts that are no entry to be: words for a team that were not sent yet. */
const unsentModel = "unsent" as ModelId;

/** Whether a draft holds words for a team, of which no entry is ever made. */
export const isUnsent = ({ model }: Pick<Draft, "model">): boolean => model === unsentModel;

/** The field of what was changed in a record of a space and could not be sent any more. */
export const unsentField = (space: string, record: string): string => `unsent/${space}/${record}`;

/** The space that such a field is of; null for any other field. */
export const spaceOfUnsentField = (field: string): string | null =>
  /^unsent\/([^/]+)\//.exec(field)?.[1] ?? null;

/** The record that such a field is of; null for any other field. */
export const recordOfUnsentField = (field: string): string | null =>
  /^unsent\/[^/]+\/(.+)$/.exec(field)?.[1] ?? null;

/** Whether a field is one in which something is said in this space, to all or about one of these records of it. */
export function isSayingField(field: string, space: string, records: ReadonlySet<string>): boolean {
  const [way = "", about = ""] = field.split("/");
  if (way === "ask") return about === space;
  return ["comment", "thanks", "reply"].includes(way) && records.has(about);
}

/** Whether a field is one of those of this space. */
export const isUnsentFieldOf = (space: string, field: string): boolean =>
  spaceOfUnsentField(field) === space;

/** A blank draft for words to a team. */
export const newUnsent = (id: DraftId, now: Instant): Draft => newDraft(id, unsentModel, now);
