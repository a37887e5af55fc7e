import type { IndexName, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { OpenJournal } from "./OpenJournal.ts";

const segmentId = (name: IndexName, number: number) => `${name}/${number}`;

/**
 * The reader's indexes, sealed with the journal. Two tabs' readers divide one index differently, so
 * a tab may replace some of the segments only while the stored ones are its own; else its part is
 * not stored, and the stored index stays whole.
 */
export function createIndexes({
  rows,
  sealer,
  turns,
  leadership,
}: Pick<OpenJournal, "rows" | "sealer" | "turns" | "leadership">): Pick<
  ReaderSource,
  "loadIndex" | "storeIndex"
> {
  /** The generation that this tab loaded or stored last. */
  const generations = new Map<IndexName, number>();

  return {
    loadIndex: async (name) => {
      const stored = await rows.index(name);
      if (!stored.ok || stored.value === null) return null;
      const { through, generation, segments } = stored.value;
      const opened = await Promise.all(
        segments.map((sealed, number) => sealer.open("derived", segmentId(name, number), sealed)),
      );
      const bytes = opened.flatMap((segment) => (segment.ok ? [segment.value] : []));
      if (bytes.length < segments.length) return null;
      generations.set(name, generation);
      return { through, segments: bytes };
    },
    storeIndex: async (name, through, segments, count) => {
      if (!leadership.isLeading()) {
        // What is stored from now on is not what this tab has; all of it may be, once it leads.
        generations.delete(name);
        return;
      }
      const whole = new Set(segments.map(({ number }) => number)).size === count;
      const expected = whole ? null : generations.get(name);
      if (expected === undefined) return;
      await turns.idle();
      const sealed = await Promise.all(
        segments.map(async ({ number, bytes }) => ({
          number,
          sealed: await sealer.seal("derived", segmentId(name, number), bytes),
        })),
      );
      // An index that cannot be stored is built again after the next unlock.
      const written = await rows.writeIndex(name, { through, count, segments: sealed, expected });
      if (written.ok && written.value !== null) generations.set(name, written.value);
      else generations.delete(name);
    },
  };
}
