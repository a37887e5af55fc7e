import * as v from "valibot";
import {
  type BatchId,
  type DraftId,
  type EntryId,
  idSchema,
  type ModelId,
} from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";

/** Whether what was noticed went well, got in the way, or neither was said. */
const feelingSchema = v.picklist(["went-well", "got-in-the-way", "neither"]);
export type Feeling = v.InferOutput<typeof feelingSchema>;

/**
 * When it happened. `at` is always usable for sorting: local noon for a known day without a time,
 * the moment of writing or import where nothing is known.
 */
const happenedSchema = v.object({
  at: instantSchema,
  precision: v.picklist(["minute", "day", "unknown"]),
});
export type Happened = Readonly<v.InferOutput<typeof happenedSchema>>;

/**
 * What was written under one question of a model. `part` is `<model id>.<part key>` and unique within the entry;
 * `label` keeps the question's words where the model is the person's own (it may change later),
 * and is empty for built-in models, whose words come from the message catalogue.
 */
const entryPartSchema = v.object({
  part: v.string(),
  label: v.string(),
  text: v.string(),
});
export type EntryPart = Readonly<v.InferOutput<typeof entryPartSchema>>;

/** What a person writes and says of it, whether still a draft or kept. */
const contentFields = {
  model: idSchema<ModelId>(),
  parts: v.pipe(v.array(entryPartSchema), v.readonly()),
  happened: happenedSchema,
  feeling: feelingSchema,
  tags: v.pipe(v.array(v.string()), v.readonly()),
  /** Where: ward, clinic, home visit … in the person's words; empty when not said. */
  setting: v.string(),
  /** Professions and roles present (E24), never names; empty when not said. */
  roles: v.pipe(v.array(v.string()), v.readonly()),
  forAppraisal: v.boolean(),
} as const;
const entryContentSchema = v.object(contentFields);
export type EntryContent = Readonly<v.InferOutput<typeof entryContentSchema>>;

/** How an entry came to be in the journal. */
const originSchema = v.variant("type", [
  v.object({ type: v.literal("written") }),
  v.object({ type: v.literal("imported"), batch: idSchema<BatchId>() }),
  v.object({ type: v.literal("example"), batch: idSchema<BatchId>() }),
]);

/** A kept entry: an observation (free page) or a reflection (with a model). */
export const entrySchema = v.object({
  kind: v.literal("entry"),
  id: idSchema<EntryId>(),
  ...contentFields,
  origin: originSchema,
  createdAt: instantSchema,
  editedAt: instantSchema,
  /** Set while the entry lies in the bin. */
  deletedAt: v.nullable(instantSchema),
});
export type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Words not yet kept. One tab owns a draft at a time. `of` is the entry being edited, with the
 * opaque `basis` it was opened at, so that keeping it merges with what others wrote meanwhile.
 */
export const draftSchema = v.object({
  id: idSchema<DraftId>(),
  ...contentFields,
  of: v.nullable(
    v.object({
      entry: idSchema<EntryId>(),
      basis: v.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
    }),
  ),
  startedAt: instantSchema,
  savedAt: instantSchema,
});
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;
