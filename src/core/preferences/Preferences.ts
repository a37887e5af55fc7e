import * as v from "valibot";
import { idSchema, type PreferencesId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";

/** Choices that belong to one journal and travel with it. There is one such record, with this id. */
export const preferencesId = "preferences" as PreferencesId;

export const preferencesSchema = v.object({
  kind: v.literal("preferences"),
  id: idSchema<PreferencesId>(),
  /** Idle minutes before the journal locks, 1 to 15 (domain.md section 5). */
  lockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  /** Whether "Does this remind you of …?" appears after Keep. */
  reminders: v.boolean(),
  createdAt: instantSchema,
  editedAt: instantSchema,
  deletedAt: v.nullable(instantSchema),
});
export type Preferences = Readonly<v.InferOutput<typeof preferencesSchema>>;
