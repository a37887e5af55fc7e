import * as v from "valibot";
import type { Brand } from "#base/Brand.ts";
import { idSchema } from "#core/identifiers.ts";

/** A space: 16 bytes of a hash as 22 base64url characters ([D2] of src/sync/SPEC.md). */
export type SpaceId = Brand<string, "SpaceId">;
/**
 * A device in one space, by the 43 base64url characters of its public signing key [D1]. A journal
 * has another one in each space, so that nobody can tell that two of them are the same person.
 */
export type MemberId = Brand<string, "MemberId">;
/** A record that lives in a team space. */
export type SharedId = Brand<string, "SharedId">;
/** An invitation to a space. */
export type InvitationId = Brand<string, "InvitationId">;

export const spaceIdSchema = v.pipe(idSchema<SpaceId>(), v.length(22));
export const memberIdSchema = v.pipe(idSchema<MemberId>(), v.length(43));
export const sharedIdSchema = idSchema<SharedId>();
