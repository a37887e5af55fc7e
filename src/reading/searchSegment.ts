import type MiniSearch from "minisearch";
import * as v from "valibot";
import { type EntryId, idSchema } from "#core/identifiers.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { type SearchDocument, searchFields } from "./SearchDocument.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.string(), v.digits());

/** A stored part of the search index: what MiniSearch 7 gives of itself, in our own envelope. */
const segmentSchema = v.object({
  format: v.literal("headroom-search"),
  version: v.literal(1),
  index: v.object({
    serializationVersion: v.literal(2),
    nextId: count,
    documentIds: v.record(place, idSchema<EntryId>()),
    fieldIds: v.strictObject(
      Object.fromEntries(searchFields.map((field, number) => [field, v.literal(number)])),
    ),
    fieldLength: v.record(place, v.array(v.nullish(count, 0))),
    index: v.array(v.tuple([v.string(), v.record(place, v.record(place, count))])),
  }),
});
/** The contents of a stored segment. */
export type SearchSegment = v.InferOutput<typeof segmentSchema>["index"];

/** A segment as bytes to be sealed. */
export const encodeSegment = (
  index: MiniSearch<SearchDocument>,
  platform: Pick<ReaderPlatform, "encode">,
): Uint8Array =>
  platform.encode(JSON.stringify({ format: "headroom-search", version: 1, index: index.toJSON() }));

/** A segment read back; null for anything that is not one of this version. */
export function decodeSegment(
  bytes: Uint8Array,
  platform: Pick<ReaderPlatform, "decode">,
): SearchSegment | null {
  try {
    const parsed = v.safeParse(segmentSchema, JSON.parse(platform.decode(bytes)));
    return parsed.success ? parsed.output.index : null;
  } catch {
    return null;
  }
}
