import { writeBytes } from "#wire/ByteSink.ts";
import { readAll } from "#wire/ByteSource.ts";
import type { SpaceRow, SpaceWrites } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** What others know of a space's records, and the rows in which that is kept, by key. */
export type KnownElsewhere = Pick<SpaceContext, "known" | "knownRows">;

/** Rows to be written, and what follows once they are. */
export interface KnownChange extends SpaceWrites {
  /** Relies on what was written: only once it is kept. */
  readonly rely: () => void;
}

/** From so many records on they stand in one row: a row costs the same to seal, be it one record's or all. */
const worthListing = 16;
/** So many lists are gathered into one: most of what stands in them was said again since. */
const mostLists = 32;
/** No record's id begins with it. */
const listMark = "/";
const most = 1024 * 1024 * 1024;

const part = "known";
const isList = (key: string): boolean => key.startsWith(listMark);
const nothing = new Uint8Array(0);

const listBytes = (known: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  writeBytes((to) =>
    to.list([...known], ([id, bytes]) => {
      to.text(id);
      to.bytes(bytes);
    }),
  );

/** Reads what was kept: lists from the oldest on, then what was said of a record alone since [U5]. */
export function readKnown(rows: readonly SpaceRow[]): {
  readonly known: Map<string, Uint8Array>;
  readonly knownRows: Set<string>;
} {
  const known = new Map<string, Uint8Array>();
  const lists = rows.filter(({ key }) => isList(key)).sort((a, b) => a.stamp - b.stamp);
  for (const { bytes } of lists) {
    const read = readAll(bytes, (from) =>
      from.list(most, () => [from.text(most), new Uint8Array(from.bytes(most))] as const),
    );
    for (const [id, state] of read.ok ? read.value : []) known.set(id, state);
  }
  for (const { key, bytes } of rows) {
    if (isList(key)) continue;
    // No state has no bytes: of this one nobody knows anything any more, whatever a list says.
    if (bytes.length === 0) known.delete(key);
    else known.set(key, bytes);
  }
  return { known, knownRows: new Set(rows.map(({ key }) => key)) };
}

/** The rows in which it is kept that others know this of some records, and of others nothing any more. */
export function changeKnown(
  space: Pick<SpaceContext, "id"> & KnownElsewhere,
  learnt: ReadonlyMap<string, Uint8Array>,
  forgotten: readonly string[] = [],
): KnownChange {
  const row = (key: string, bytes: Uint8Array, stamp = 0): SpaceRow => ({
    space: space.id,
    part,
    key,
    stamp,
    bytes,
  });
  const lists = [...space.knownRows].filter(isList);
  const gathers = learnt.size >= worthListing;
  const gathersAll = gathers && lists.length >= mostLists;
  const put: SpaceRow[] = [];
  const gone = new Set<string>();
  if (gathers) {
    const listed = new Map([...(gathersAll ? space.known : []), ...learnt]);
    for (const id of forgotten) listed.delete(id);
    const number = 1 + Math.max(0, ...lists.map((key) => Number(key.slice(listMark.length))));
    put.push(row(`${listMark}${number}`, listBytes(listed), number));
    for (const key of gathersAll ? space.knownRows : learnt.keys()) gone.add(key);
  } else for (const [id, bytes] of learnt) put.push(row(id, bytes));
  for (const id of forgotten) {
    if (gathersAll || lists.length === 0) gone.add(id);
    else put.push(row(id, nothing));
  }
  const dropped = [...gone].filter((key) => space.knownRows.has(key));
  return {
    put,
    drop: dropped.map((key) => ({ space: space.id, part, key })),
    rely: () => {
      for (const [id, bytes] of learnt) space.known.set(id, bytes);
      for (const id of forgotten) space.known.delete(id);
      for (const { key } of put) space.knownRows.add(key);
      for (const key of dropped) space.knownRows.delete(key);
    },
  };
}

/** Nobody is thought to know anything any more: all of it will be said again. */
export const forgetKnown = (space: Pick<SpaceContext, "id"> & KnownElsewhere): KnownChange => ({
  put: [],
  drop: [...space.knownRows].map((key) => ({ space: space.id, part, key })),
  rely: () => {
    space.known.clear();
    space.knownRows.clear();
  },
});
