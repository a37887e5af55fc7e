import * as v from "valibot";
import { instantSchema } from "#core/instantSchema.ts";
import { memberIdSchema, sharedIdSchema, spaceIdSchema } from "./identifiers.ts";

/** What every record of a team space begins with: which one, and whose it is. */
export const sharedStart = {
  id: sharedIdSchema,
  /** The one space it lives in. It is never carried in another. */
  space: spaceIdSchema,
  /** Who made it. */
  by: memberIdSchema,
};

/** What every record of a team space ends with; `deletedAt` stays last, as in every kind. */
export const sharedEnd = {
  createdAt: instantSchema,
  editedAt: instantSchema,
  /** Who wrote the latest change, for the history. */
  editedBy: memberIdSchema,
  deletedAt: v.nullable(instantSchema),
};
