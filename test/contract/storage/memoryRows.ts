import { err, ok } from "#base/Result.ts";
import { type Place, type PlacedRow, type RowClass, rowClasses } from "#vault/PlacedRow.ts";
import type {
  RecordWrite,
  RowStore,
  SpaceRow,
  SpaceRowName,
  SpaceWrites,
  StoredDocument,
  StoredVersion,
  StoredView,
} from "#vault/RowStore.ts";
import type { StoredIndex } from "#vault/StoredIndex.ts";

/** What a memory store keeps; several stores opened on one of these are several tabs. */
export interface MemoryRows {
  readonly documents: Map<string, StoredDocument>;
  readonly views: Map<string, StoredView>;
  versions: readonly StoredVersion[];
  readonly drafts: Map<string, Uint8Array>;
  readonly indexes: Map<string, StoredIndex & { readonly whole: boolean }>;
  /** By space, part and key. */
  readonly spaceRows: Map<string, SpaceRow>;
  /** The last order and number given out. */
  last: number;
}

/** Nothing kept yet. */
export const emptyMemory = (): MemoryRows => ({
  documents: new Map(),
  views: new Map(),
  versions: [],
  drafts: new Map(),
  indexes: new Map(),
  spaceRows: new Map(),
  last: 0,
});

/** The vault's `RowStore` in memory, for tests without a browser; it passes the same contract as the real one. */
export function openMemoryRows(memory: MemoryRows): RowStore {
  const next = () => {
    memory.last += 1;
    return memory.last;
  };
  const put = ({ id, expected, document, view, versions }: RecordWrite): number => {
    const order = next();
    memory.views.set(id, { order, id, sealed: view });
    memory.documents.set(id, { id, rev: (expected ?? 0) + 1, sealed: document });
    const earlier = versions.map((sealed) => ({ number: next(), of: id, sealed }));
    memory.versions = [...memory.versions, ...earlier];
    return order;
  };
  const nameOf = ({ space, part, key }: SpaceRowName) => [space, part, key].join("\n");
  const changeSpaces = ({ put: rows, drop }: SpaceWrites) => {
    for (const row of rows) memory.spaceRows.set(nameOf(row), row);
    for (const row of drop) {
      const stamp = memory.spaceRows.get(nameOf(row))?.stamp ?? 0;
      if (row.stamp === undefined || stamp <= row.stamp) memory.spaceRows.delete(nameOf(row));
    }
  };
  const document = (id: string) => {
    const lost = memory.views.has(id) ? { id, rev: 0, sealed: new Uint8Array() } : null;
    return memory.documents.get(id) ?? lost;
  };
  return {
    document: async (id) => ok(document(id)),
    documents: async (ids) => ok(ids.map(document)),
    view: async (id) => ok(memory.views.get(id) ?? null),
    versions: async (of) => ok(memory.versions.filter((row) => of.includes(row.of))),
    views: async (after, before, limit) =>
      ok(
        [...memory.views.values()]
          .filter(({ order }) => order > after && order < before)
          .sort((a, b) => a.order - b.order)
          .slice(0, limit),
      ),
    extent: async () =>
      ok({
        total: memory.views.size,
        highest: Math.max(0, ...[...memory.views.values()].map(({ order }) => order)),
      }),
    commit: async (writes, dropDraft, alongside) => {
      const current = writes.every(
        ({ id, expected }) =>
          (memory.documents.get(id)?.rev ?? (memory.views.has(id) ? 0 : null)) === expected,
      );
      if (!current) return err({ type: "Conflict" });
      if (dropDraft !== null) memory.drafts.delete(dropDraft);
      if (alongside !== undefined) changeSpaces(alongside);
      return ok(writes.map(put));
    },
    addMissing: async (writes, space = null) => {
      const missing = writes.filter(({ id }) => !memory.documents.has(id));
      const orders = missing.map((write) => put({ ...write, expected: null }));
      if (space !== null) {
        const put = missing.map(({ id }) => ({
          space,
          part: "unsent",
          key: id,
          stamp: 1,
          sealed: new Uint8Array(),
        }));
        changeSpaces({ put, drop: [] });
      }
      return ok({ added: missing.map(({ id }) => id), mark: orders.at(-1) ?? 0 });
    },
    remove: async (ids, marks = []) => {
      changeSpaces({ put: marks, drop: [] });
      for (const id of ids) {
        memory.documents.delete(id);
        memory.views.delete(id);
      }
      memory.versions = memory.versions.filter(({ of }) => !ids.includes(of));
      return ok(next());
    },
    drafts: async () => ok([...memory.drafts].map(([id, sealed]) => ({ id, sealed }))),
    putDraft: async (id, sealed) => {
      memory.drafts.set(id, sealed);
      return ok(null);
    },
    dropDraft: async (id) => {
      memory.drafts.delete(id);
      return ok(null);
    },
    index: async (name) => {
      const stored = memory.indexes.get(name);
      if (!stored?.whole) return ok(null);
      const { through, generation, segments } = stored;
      return ok({ through, generation, segments });
    },
    writeIndex: async (name, { through, count, segments, expected }) => {
      const stored = memory.indexes.get(name);
      if (expected !== null && stored?.generation !== expected) return ok(null);
      const bytes = new Map<number, Uint8Array>(stored?.segments.map((one, at) => [at, one]));
      for (const { number, sealed } of segments) bytes.set(number, sealed);
      const all = Array.from({ length: count }, (_, at) => bytes.get(at));
      const present = all.filter((one) => one !== undefined);
      const generation = (stored?.generation ?? 0) + 1;
      memory.indexes.set(name, {
        through,
        generation,
        segments: present,
        whole: present.length === count,
      });
      return ok(generation);
    },
    spaceRows: async (space, part, limit = Number.POSITIVE_INFINITY) =>
      ok(
        [...memory.spaceRows.values()]
          .filter((row) => row.space === space && row.part === part)
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .slice(0, limit),
      ),
    writeSpace: async (writes) => {
      changeSpaces(writes);
      return ok(null);
    },
    forgetSpace: async (space) => {
      for (const row of [...memory.spaceRows.values()]) {
        if (row.space === space) memory.spaceRows.delete(nameOf(row));
      }
      return ok(null);
    },
    placed: async (of, after, limit) => {
      const all = placedIn(memory, of);
      const from = after === null ? 0 : all.findIndex(({ place }) => samePlace(place, after)) + 1;
      const rows = all.slice(from, from + limit);
      return ok({
        rows,
        unread: 0,
        next: rows.length < limit ? null : (rows.at(-1)?.place ?? null),
      });
    },
    renew: async (of, rows) => {
      for (const { place, sealed, renewed } of rows) putRenewed(memory, of, place, sealed, renewed);
      return ok(null);
    },
    count: async () => ok(rowClasses.reduce((sum, of) => sum + placedIn(memory, of).length, 0)),
    close: () => undefined,
  };
}

const samePlace = (one: Place, other: Place) => JSON.stringify(one) === JSON.stringify(other);
const sameBytes = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** The rows of a class as they are sealed anew, in the order of their places. */
function placedIn(memory: MemoryRows, of: RowClass): readonly PlacedRow[] {
  switch (of) {
    case "documents":
      return byText([...memory.documents.values()].map((row) => ({ ...row, place: row.id })));
    case "views":
      return [...memory.views.values()]
        .sort((a, b) => a.order - b.order)
        .map((row) => ({ ...row, place: row.order }));
    case "versions":
      return memory.versions.map(({ number, of: id, sealed }) => ({ place: number, id, sealed }));
    case "drafts":
      return byText([...memory.drafts].map(([id, sealed]) => ({ place: id, id, sealed })));
    case "derived":
      return [...memory.indexes].flatMap(([name, { segments }]) =>
        segments.map((sealed, number) => ({
          place: [name, number],
          id: `${name}/${number}`,
          sealed,
        })),
      );
    case "spaceRows":
      return byText(
        [...memory.spaceRows.values()].map(({ space, part, key, sealed }) => ({
          place: [space, part, key],
          id: `${space}/${part}/${key}`,
          sealed,
        })),
      );
  }
}

const byText = <Row extends PlacedRow>(rows: Row[]): Row[] =>
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));

function putRenewed(
  memory: MemoryRows,
  of: RowClass,
  place: Place,
  before: Uint8Array,
  sealed: Uint8Array,
): void {
  const row = placedIn(memory, of).find((one) => samePlace(one.place, place));
  if (row === undefined || !sameBytes(row.sealed, before)) return;
  const { id } = row;
  const document = memory.documents.get(id);
  const view = memory.views.get(id);
  if (of === "documents" && document) memory.documents.set(id, { ...document, sealed });
  if (of === "views" && view) memory.views.set(id, { ...view, sealed });
  if (of === "versions")
    memory.versions = memory.versions.map((one) =>
      one.number === place ? { ...one, sealed } : one,
    );
  if (of === "drafts") memory.drafts.set(id, sealed);
  if (of === "derived" && Array.isArray(place)) {
    const index = memory.indexes.get(String(place[0]));
    if (index)
      memory.indexes.set(String(place[0]), {
        ...index,
        segments: index.segments.map((one, at) => (at === place[1] ? sealed : one)),
      });
  }
  if (of === "spaceRows" && Array.isArray(place)) {
    const stored = memory.spaceRows.get(place.join("\n"));
    if (stored) memory.spaceRows.set(place.join("\n"), { ...stored, sealed });
  }
}
