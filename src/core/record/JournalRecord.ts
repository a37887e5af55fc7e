import * as v from "valibot";
import { entrySchema } from "#core/entry/Entry.ts";
import { preferencesSchema } from "#core/preferences/Preferences.ts";
import { proposalSchema } from "#core/proposal/Proposal.ts";
import { ownModelSchema } from "#core/reflection/ReflectiveModel.ts";
import { judgementSchema, themeSchema } from "#core/theme/Theme.ts";

/** Everything that is kept as a document of its own, can be edited on two devices, and merges. */
export const journalRecordSchema = v.variant("kind", [
  entrySchema,
  themeSchema,
  judgementSchema,
  proposalSchema,
  ownModelSchema,
  preferencesSchema,
]);
export type JournalRecord = Readonly<v.InferOutput<typeof journalRecordSchema>>;
export type RecordKind = JournalRecord["kind"];
export type RecordId = JournalRecord["id"];
