import * as v from "valibot";
import type { JournalId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";
import { coverSchema } from "#core/journal/Cover.ts";
import { readJson } from "./readJson.ts";
import type { Sealer } from "./Sealer.ts";

const insideSchema = v.object({
  cover: coverSchema,
  hidden: v.boolean(),
  /** When it was last unlocked, by this device's clock; null before the first time. */
  unlockedAt: v.nullable(instantSchema),
});

/** What only the opened journal says of its cover: a hidden one's must not be seen on the device. */
export type CoverInside = Readonly<v.InferOutput<typeof insideSchema>>;

/** The sealed bytes kept in the cover's row. */
export const sealInside = (
  sealer: Sealer,
  id: JournalId,
  inside: CoverInside,
): Promise<Uint8Array> =>
  sealer.seal("cover", id, new TextEncoder().encode(JSON.stringify(inside)));

/** What the sealed bytes say; where they were damaged, a plain cover, so that the journal still opens. */
export async function openInside(
  sealer: Sealer,
  id: JournalId,
  sealed: Uint8Array,
  hidden: boolean,
): Promise<CoverInside> {
  const opened = await sealer.open("cover", id, sealed);
  const parsed = v.safeParse(insideSchema, opened.ok ? readJson(opened.value) : undefined);
  return parsed.success
    ? parsed.output
    : { cover: { symbol: "feather", colour: "slate" }, hidden, unlockedAt: null };
}
