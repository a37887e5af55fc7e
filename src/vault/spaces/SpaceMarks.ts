import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isCarried } from "#core/record/JournalRecord.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import type { SpaceRow, SpaceWrites } from "../RowStore.ts";

/** Which spaces this journal is in: a write of a record is marked as unsent in its space. */
export interface SpaceMarks {
  /** The space that carries what is the person's own, or is to; null while this journal is on one device. */
  own: string | null;
  /** Team spaces that are open, or that one waits to be let into. */
  readonly teams: Set<string>;
}

/** In no space. */
export const noSpaces = (): SpaceMarks => ({ own: null, teams: new Set() });

/** From now on what is written is marked as unsent in this space, or no longer. */
export function markSpace(
  marks: SpaceMarks,
  { id, kind }: { readonly id: string; readonly kind: SpaceKind },
  isMarked: boolean,
): void {
  if (kind === "own") {
    if (isMarked) marks.own = id;
    else if (marks.own === id) marks.own = null;
  } else if (isMarked) marks.teams.add(id);
  else marks.teams.delete(id);
}

/**
 * The space that carries a record: a team's records in that team, what is one's own among one's own
 * devices, and never the one in the other. Null: it stays on this device.
 */
export function spaceOf(marks: SpaceMarks, record: JournalRecord): string | null {
  if (isCarried(record)) {
    const isOurs = marks.teams.has(record.space) || marks.own === record.space;
    return isOurs ? record.space : null;
  }
  return "space" in record ? null : marks.own;
}

const nothing = new Uint8Array();

/** The mark of a record that has been written with this `rev` and not been sent since. */
export const unsentMark = (space: string, id: string, rev: number): SpaceRow => ({
  space,
  part: "unsent",
  key: id,
  stamp: rev,
  sealed: nothing,
});

/** The marks that go with a write of these records, or undefined where none is needed. */
export function marksFor(
  marks: SpaceMarks,
  written: readonly { readonly record: JournalRecord; readonly rev: number | null }[],
): SpaceWrites | undefined {
  if (marks.own === null && marks.teams.size === 0) return undefined;
  const put = written.flatMap(({ record, rev }) => {
    const space = spaceOf(marks, record);
    return space === null ? [] : [unsentMark(space, record.id, (rev ?? 0) + 1)];
  });
  return put.length > 0 ? { put, drop: [] } : undefined;
}
