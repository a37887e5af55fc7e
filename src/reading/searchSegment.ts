import * as v from "valibot";
import { type EntryId, idSchema } from "#core/identifiers.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { searchFields } from "./SearchDocument.ts";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const lengths = v.pipe(v.array(count), v.length(searchFields.length));

/**
 * A stored part of the search index. `documents` are ids with the number of different words in each
 * field, or null where a document was written again or dropped since. `terms` are words, each with
 * where it stands as threes of field, document (its place in `documents`) and times: flat, because
 * they are most of an index and are read at every unlock.
 */
const segmentSchema = v.object({
  format: v.literal("headroom-search"),
  version: v.literal(1),
  documents: v.array(v.nullable(v.tuple([idSchema<EntryId>(), lengths]))),
  terms: v.array(v.tuple([v.string(), v.custom<readonly number[]>(areThrees)])),
});
/** The contents of a stored segment. */
export type SearchSegment = Readonly<v.InferOutput<typeof segmentSchema>>;

function areThrees(value: unknown): boolean {
  return Array.isArray(value) && value.length % 3 === 0 && value.every(Number.isSafeInteger);
}

/** A segment as bytes to be sealed. */
export const encodeSegment = (
  { documents, terms }: Pick<SearchSegment, "documents" | "terms">,
  platform: Pick<ReaderPlatform, "encode">,
): Uint8Array =>
  platform.encode(JSON.stringify({ format: "headroom-search", version: 1, documents, terms }));

/** A segment read back; null for anything that is not one of this version. */
export function decodeSegment(
  bytes: Uint8Array,
  platform: Pick<ReaderPlatform, "decode">,
): SearchSegment | null {
  try {
    const parsed = v.safeParse(segmentSchema, JSON.parse(platform.decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
