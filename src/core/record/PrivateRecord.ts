import * as v from "valibot";
import { entrySchema } from "#core/entry/Entry.ts";
import { preferencesSchema } from "#core/preferences/Preferences.ts";
import { proposalSchema } from "#core/proposal/Proposal.ts";
import { ownModelSchema } from "#core/reflection/ReflectiveModel.ts";
import { judgementSchema, themeSchema } from "#core/theme/Theme.ts";

/** Kinds that belong to one person's journal. No team space ever carries one. */
export const privateSchemas = [
  entrySchema,
  themeSchema,
  judgementSchema,
  proposalSchema,
  ownModelSchema,
  preferencesSchema,
] as const;

/** Records of one person's own: they travel only between that person's devices. */
export const privateRecordSchema = v.variant("kind", privateSchemas);
export type PrivateRecord = Readonly<v.InferOutput<typeof privateRecordSchema>>;
