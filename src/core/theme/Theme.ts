import * as v from "valibot";
import { type EntryId, idSchema, type JudgementId, type ThemeId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";

/** Why an entry is in a theme: the person said so after Keep, put it in by hand, or the device was near certain. */
export const membershipSchema = v.object({
  entry: idSchema<EntryId>(),
  how: v.picklist(["said", "put-in", "found"]),
  at: instantSchema,
});
export type Membership = Readonly<v.InferOutput<typeof membershipSchema>>;

/**
 * Entries that keep coming back to the same thing. Its terms, dates and quotes are worked out when
 * shown; only what the person decided is stored. An empty `name` means: show the terms instead.
 * A theme joined into another is deleted and its entries said there.
 */
export const themeSchema = v.object({
  kind: v.literal("theme"),
  id: idSchema<ThemeId>(),
  name: v.string(),
  members: v.pipe(v.array(membershipSchema), v.readonly()),
  /** Taken out by the person: never offered for this theme again. */
  takenOut: v.pipe(v.array(idSchema<EntryId>()), v.readonly()),
  /** "Not a theme", until undone. */
  dismissedAt: v.nullable(instantSchema),
  /** When Today last showed this theme's prompt and the person answered it, so that it is asked once. */
  promptAnsweredAt: v.nullable(instantSchema),
  createdAt: instantSchema,
  editedAt: instantSchema,
  deletedAt: v.nullable(instantSchema),
});
export type Theme = Readonly<v.InferOutput<typeof themeSchema>>;

/** What the person said of a reminder: the same thing, or not. It teaches the engine. */
export const judgementSchema = v.object({
  kind: v.literal("judgement"),
  id: idSchema<JudgementId>(),
  entry: idSchema<EntryId>(),
  earlier: idSchema<EntryId>(),
  verdict: v.picklist(["same", "different"]),
  createdAt: instantSchema,
  editedAt: instantSchema,
  /** Set when undone. */
  deletedAt: v.nullable(instantSchema),
});
export type Judgement = Readonly<v.InferOutput<typeof judgementSchema>>;
