import * as v from "valibot";
import type { Brand } from "#base/Brand.ts";

/** Random names of records; see `newId`. They carry no meaning and may be stored in the clear. */
export type EntryId = Brand<string, "EntryId">;
export type DraftId = Brand<string, "DraftId">;
export type ThemeId = Brand<string, "ThemeId">;
export type ProposalId = Brand<string, "ProposalId">;
export type ModelId = Brand<string, "ModelId">;
export type JudgementId = Brand<string, "JudgementId">;
export type PreferencesId = Brand<string, "PreferencesId">;
/** The id of one import, shared by every entry that it brought, so that it can be undone. */
export type BatchId = Brand<string, "BatchId">;
/** A journal on this device. */
export type JournalId = Brand<string, "JournalId">;

/** A schema for one kind of id: 1 to 64 characters that are safe in a URL. */
export const idSchema = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]{1,64}$/),
    v.transform((text) => text as Id),
  );
