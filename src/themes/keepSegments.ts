import { segmentSize } from "./keptBytes.ts";

/** Which entries are kept in which numbered segment, and which segments changed since they were stored. */
export interface Segments {
  readonly mark: (id: string) => void;
  readonly drop: (id: string) => void;
  /** Puts an entry where it was stored before. */
  readonly place: (id: string, segment: number) => void;
  /** The changed segments with their entries; they then count as stored. */
  readonly take: () => readonly { readonly number: number; readonly ids: readonly string[] }[];
  readonly count: () => number;
}

/** No segments yet. New entries fill the first that has room. */
export function createSegments(): Segments {
  const places = new Map<string, number>();
  const segments: Set<string>[] = [];
  const changed = new Set<number>();
  let roomFrom = 0;

  const segment = (number: number): Set<string> => {
    while (segments.length <= number) segments.push(new Set());
    return segments[number] ?? new Set();
  };

  const place = (id: string, number: number): void => {
    places.set(id, number);
    segment(number).add(id);
  };

  return {
    place,
    mark: (id) => {
      const known = places.get(id);
      if (known !== undefined) {
        changed.add(known);
        return;
      }
      while (segment(roomFrom).size >= segmentSize) roomFrom += 1;
      place(id, roomFrom);
      changed.add(roomFrom);
    },
    drop: (id) => {
      const known = places.get(id);
      if (known === undefined) return;
      places.delete(id);
      segment(known).delete(id);
      changed.add(known);
      roomFrom = Math.min(roomFrom, known);
    },
    take: () => {
      const taken = [...changed].sort((a, b) => a - b);
      changed.clear();
      return taken.map((number) => ({ number, ids: [...segment(number)] }));
    },
    count: () => segments.length,
  };
}
