import { expect, test } from "vitest";
import { type Place, type PlacedRow, type RowClass, rowClasses } from "#vault/PlacedRow.ts";
import type { RecordWrite, RowStore } from "#vault/RowStore.ts";

/** A store under test: opened on the same data each time `open` is called. */
export interface Subject {
  readonly open: () => Promise<RowStore>;
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const write = (id: string, over: Partial<RecordWrite> = {}): RecordWrite => ({
  id,
  expected: null,
  document: bytes(1),
  view: bytes(2),
  versions: [],
  ...over,
});
const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
};
const everything = Number.POSITIVE_INFINITY;
const listed = async (rows: RowStore) =>
  value(await rows.views(0, everything, 1000)).map(({ id }) => id);

/** What every `RowStore` promises. `fresh` gives an empty one. */
export function rowStoreContract(fresh: () => Promise<Subject>): void {
  const opened = async () => (await fresh()).open();

  test("an empty store says so", async () => {
    const rows = await opened();
    expect(value(await rows.document("a"))).toBe(null);
    expect(value(await rows.view("a"))).toBe(null);
    expect(value(await rows.versions(["a"]))).toEqual([]);
    expect(value(await rows.views(0, everything, 10))).toEqual([]);
    expect(value(await rows.extent())).toEqual({ total: 0, highest: 0 });
    expect(value(await rows.drafts())).toEqual([]);
    expect(value(await rows.index("search"))).toBe(null);
  });

  test("what was committed is read back, also by whoever opens the store next", async () => {
    const subject = await fresh();
    const rows = await subject.open();
    const versions = [bytes(7), bytes(8)];
    const [order] = value(await rows.commit([write("a", { versions })], null));
    rows.close();
    const again = await subject.open();
    expect(value(await again.document("a"))).toEqual({ id: "a", rev: 1, sealed: bytes(1) });
    expect(value(await again.view("a"))).toEqual({ id: "a", order, sealed: bytes(2) });
    expect(value(await again.versions(["a"])).map(({ of, sealed }) => [of, sealed])).toEqual([
      ["a", bytes(7)],
      ["a", bytes(8)],
    ]);
    expect(value(await again.extent())).toEqual({ total: 1, highest: order });
  });

  test("many documents are read at once, in the order asked for, with nothing for those that are not there", async () => {
    const rows = await opened();
    value(await rows.commit([write("a"), write("b", { document: bytes(5) })], null));
    const found = value(await rows.documents(["b", "never there", "a", "b"]));
    const b = { id: "b", rev: 1, sealed: bytes(5) };
    expect(found).toEqual([b, null, { id: "a", rev: 1, sealed: bytes(1) }, b]);
    expect(value(await rows.documents([]))).toEqual([]);
  });

  test("each write of a record moves it to the end and raises its revision", async () => {
    const rows = await opened();
    const first = value(await rows.commit([write("a"), write("b")], null));
    const second = value(await rows.commit([write("a", { expected: 1, view: bytes(3) })], null));
    expect(second[0]).toBeGreaterThan(Math.max(...first));
    expect(await listed(rows)).toEqual(["b", "a"]);
    expect(value(await rows.document("a"))?.rev).toBe(2);
    expect(value(await rows.view("a"))?.sealed).toEqual(bytes(3));
    expect(value(await rows.extent()).total).toBe(2);
  });

  test("a commit on another revision than is stored is a conflict and writes nothing at all", async () => {
    const rows = await opened();
    value(await rows.commit([write("a")], null));
    value(await rows.putDraft("d", bytes(5)));
    for (const expected of [null, 0, 2]) {
      const tried = await rows.commit(
        [write("b"), write("a", { expected, versions: [bytes(9)] })],
        "d",
      );
      expect(tried).toEqual({ ok: false, error: { type: "Conflict" } });
    }
    expect(await rows.commit([write("c", { expected: 1 })], "d")).toMatchObject({ ok: false });
    expect(await listed(rows)).toEqual(["a"]);
    expect(value(await rows.versions(["a"]))).toEqual([]);
    expect(value(await rows.drafts())).toHaveLength(1);
  });

  test("of two commits at once on one revision one wins and the other is told", async () => {
    const subject = await fresh();
    const [one, other] = [await subject.open(), await subject.open()];
    value(await one.commit([write("a")], null));
    const both = await Promise.all([
      one.commit([write("a", { expected: 1 })], null),
      other.commit([write("a", { expected: 1 })], null),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(value(await one.document("a"))?.rev).toBe(2);
  });

  test("a commit drops the draft it was made of", async () => {
    const rows = await opened();
    value(await rows.putDraft("d", bytes(5)));
    value(await rows.putDraft("e", bytes(6)));
    value(await rows.commit([write("a")], "d"));
    expect(value(await rows.drafts())).toEqual([{ id: "e", sealed: bytes(6) }]);
    expect(value(await rows.commit([write("b")], "never saved"))).toHaveLength(1);
  });

  test("views are listed between two orders, lowest first, no more than asked for", async () => {
    const rows = await opened();
    const ids = ["a", "b", "c", "d", "e"];
    const orders = value(
      await rows.commit(
        ids.map((id) => write(id)),
        null,
      ),
    );
    const [, b = 0, , d = 0] = orders;
    expect(orders).toEqual([...orders].sort((x, y) => x - y));
    expect(value(await rows.views(b, everything, 2)).map(({ id }) => id)).toEqual(["c", "d"]);
    expect(value(await rows.views(0, d, 10)).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(value(await rows.views(b, d, 10)).map(({ id }) => id)).toEqual(["c"]);
  });

  test("only what is missing is added, in one go, and named", async () => {
    const rows = await opened();
    value(await rows.commit([write("a")], null));
    const again = write("a", { view: bytes(9) });
    const added = value(await rows.addMissing([again, write("b", { versions: [bytes(7)] })]));
    expect(added.added).toEqual(["b"]);
    expect(value(await rows.view("a"))?.sealed).toEqual(bytes(2));
    expect(value(await rows.view("b"))?.order).toBe(added.mark);
    expect(value(await rows.document("b"))?.rev).toBe(1);
    expect(value(await rows.versions(["b"]))).toHaveLength(1);
    expect(value(await rows.addMissing([again])).added).toEqual([]);
  });

  test("removing leaves nothing of a record and takes a place among the writes", async () => {
    const rows = await opened();
    const orders = value(
      await rows.commit([write("a"), write("b", { versions: [bytes(7)] })], null),
    );
    const sent = { space: "s", part: "unsent", key: "b", stamp: 0, sealed: bytes(1) };
    const mark = value(await rows.remove(["b", "never there"], [sent]));
    expect(mark).toBeGreaterThan(Math.max(...orders));
    expect(value(await rows.spaceRows("s", "unsent")).map(({ key }) => key)).toEqual(["b"]);
    expect(value(await rows.document("b"))).toBe(null);
    expect(value(await rows.view("b"))).toBe(null);
    expect(value(await rows.versions(["b"]))).toEqual([]);
    expect(await listed(rows)).toEqual(["a"]);
    const [next = 0] = value(await rows.commit([write("b")], null));
    expect(next).toBeGreaterThan(mark);
  });

  test("an order is never used again, even when the latest record was removed", async () => {
    const rows = await opened();
    const [first = 0] = value(await rows.commit([write("a")], null));
    value(await rows.remove(["a"]));
    const [second = 0] = value(await rows.commit([write("a")], null));
    expect(second).toBeGreaterThan(first);
  });

  test("a draft is there as last put, until it is dropped", async () => {
    const rows = await opened();
    value(await rows.putDraft("d", bytes(1)));
    value(await rows.putDraft("d", bytes(2)));
    expect(value(await rows.drafts())).toEqual([{ id: "d", sealed: bytes(2) }]);
    value(await rows.dropDraft("d"));
    value(await rows.dropDraft("d"));
    expect(value(await rows.drafts())).toEqual([]);
  });

  test("versions are listed oldest first, for the records asked for", async () => {
    const rows = await opened();
    value(await rows.commit([write("a", { versions: [bytes(1)] }), write("b")], null));
    value(await rows.commit([write("a", { expected: 1, versions: [bytes(2)] })], null));
    value(await rows.commit([write("b", { expected: 1, versions: [bytes(3)] })], null));
    const of = async (...ids: string[]) =>
      value(await rows.versions(ids)).map(({ sealed }) => sealed[0]);
    expect(await of("a")).toEqual([1, 2]);
    expect(await of("b")).toEqual([3]);
    expect(await of("a", "b")).toEqual([1, 2, 3]);
  });

  const segment = (number: number, byte: number) => ({ number, sealed: bytes(byte) });

  test("an index is replaced as a whole or by segments, each name for itself", async () => {
    const rows = await opened();
    const whole = { through: 5, count: 3, expected: null };
    const segments = [segment(0, 1), segment(1, 2), segment(2, 3)];
    const first = value(await rows.writeIndex("search", { ...whole, segments }));
    expect(value(await rows.index("search"))).toEqual({
      through: 5,
      generation: first,
      segments: [bytes(1), bytes(2), bytes(3)],
    });
    expect(value(await rows.index("themes"))).toBe(null);
    const second = value(
      await rows.writeIndex("search", {
        through: 9,
        count: 2,
        expected: first,
        segments: [segment(1, 8)],
      }),
    );
    expect(second).not.toBe(first);
    expect(value(await rows.index("search"))).toEqual({
      through: 9,
      generation: second,
      segments: [bytes(1), bytes(8)],
    });
  });

  test("segments are not put into an index that somebody else has written since", async () => {
    const rows = await opened();
    const whole = { through: 1, count: 1, expected: null, segments: [segment(0, 1)] };
    const mine = value(await rows.writeIndex("search", whole));
    value(await rows.writeIndex("search", { ...whole, through: 2 }));
    const late = { through: 3, count: 1, expected: mine, segments: [segment(0, 9)] };
    expect(value(await rows.writeIndex("search", late))).toBe(null);
    expect(value(await rows.index("search"))).toMatchObject({ through: 2, segments: [bytes(1)] });
  });

  test("an index that lacks a segment is none", async () => {
    const rows = await opened();
    const holed = {
      through: 1,
      count: 3,
      expected: null,
      segments: [segment(0, 1), segment(2, 3)],
    };
    value(await rows.writeIndex("search", holed));
    expect(value(await rows.index("search"))).toBe(null);
  });

  test("what spaces keep is written with the records or not at all, and is listed by key", async () => {
    const rows = await opened();
    const row = (key: string, stamp = 1) => ({
      space: "s",
      part: "unsent",
      key,
      stamp,
      sealed: bytes(5),
    });
    value(await rows.commit([write("a")], null, { put: [row("b"), row("a")], drop: [] }));
    expect(
      await rows.commit([write("a")], null, { put: [row("c")], drop: [row("a")] }),
    ).toMatchObject({ ok: false });
    expect(value(await rows.spaceRows("s", "unsent")).map(({ key }) => key)).toEqual(["a", "b"]);
    expect(value(await rows.spaceRows("s", "unsent", 1))).toEqual([row("a")]);
    expect(value(await rows.spaceRows("s", "heads"))).toEqual([]);
    expect(value(await rows.spaceRows("other", "unsent"))).toEqual([]);
  });

  test("a mark that was renewed meanwhile stays where an older one is dropped", async () => {
    const rows = await opened();
    const mark = { space: "s", part: "unsent", key: "a", stamp: 3, sealed: bytes() };
    value(await rows.writeSpace({ put: [mark], drop: [] }));
    value(await rows.writeSpace({ put: [], drop: [{ ...mark, stamp: 2 }] }));
    expect(value(await rows.spaceRows("s", "unsent"))).toEqual([mark]);
    value(await rows.writeSpace({ put: [], drop: [{ ...mark, stamp: 3 }] }));
    expect(value(await rows.spaceRows("s", "unsent"))).toEqual([]);
  });

  test("added records are marked unsent in their space with the same write; a space forgotten keeps nothing", async () => {
    const rows = await opened();
    value(await rows.addMissing([write("a")], "s"));
    expect(value(await rows.spaceRows("s", "unsent")).map(({ key }) => key)).toEqual(["a"]);
    value(await rows.forgetSpace("s"));
    expect(value(await rows.spaceRows("s", "unsent"))).toEqual([]);
  });

  /** One row or more of every class. */
  async function filled() {
    const subject = await fresh();
    const rows = await subject.open();
    const versions = [bytes(3), bytes(4)];
    value(await rows.commit([write("a", { versions }), write("b"), write("c")], null));
    value(await rows.putDraft("d", bytes(5)));
    const segments = [segment(0, 6), segment(1, 7)];
    value(await rows.writeIndex("search", { through: 3, count: 2, segments, expected: null }));
    const row = { space: "s", part: "heads", key: "k", stamp: 9, sealed: bytes(8) };
    value(await rows.writeSpace({ put: [row], drop: [] }));
    return { subject, rows };
  }
  /** All rows of a class, a few at a time. */
  async function placedIn(rows: RowStore, of: RowClass, limit: number) {
    const all: PlacedRow[] = [];
    for (let after: Place | null = null; ; ) {
      const page: Awaited<ReturnType<RowStore["placed"]>> = await rows.placed(of, after, limit);
      const { rows: some, next } = value(page);
      all.push(...some);
      if (next === null) return all;
      after = next;
    }
  }

  test("every row of every class is found, however few are asked for at once, with the id it is bound to", async () => {
    const { rows } = await filled();
    const expected = {
      documents: ["a", "b", "c"],
      views: ["a", "b", "c"],
      versions: ["a", "a"],
      drafts: ["d"],
      derived: ["search/0", "search/1"],
      spaceRows: ["s/heads/k"],
    };
    for (const of of rowClasses)
      for (const limit of [1, 2, 3, 100]) {
        const found = await placedIn(rows, of, limit);
        expect(found.map(({ id }) => id)).toEqual(expected[of]);
        expect(found.every(({ sealed }) => sealed.length === 1)).toBe(true);
      }
    expect(value(await rows.count())).toBe(12);
  });

  test("a renewed row differs from what it was in its sealed bytes alone", async () => {
    const { subject, rows } = await filled();
    const before = value(await rows.views(0, everything, 10));
    for (const of of rowClasses) {
      const found = await placedIn(rows, of, 100);
      const renewed = found.map((row) => ({
        ...row,
        renewed: bytes(100 + (row.sealed[0] ?? 0)),
      }));
      value(await rows.renew(of, renewed));
    }
    rows.close();
    const again = await subject.open();
    expect(value(await again.document("a"))).toEqual({ id: "a", rev: 1, sealed: bytes(101) });
    expect(value(await again.views(0, everything, 10))).toEqual(
      before.map((row) => ({ ...row, sealed: bytes(102) })),
    );
    const versions = value(await again.versions(["a"]));
    expect(versions.map(({ sealed }) => sealed)).toEqual([bytes(103), bytes(104)]);
    expect(value(await again.drafts())).toEqual([{ id: "d", sealed: bytes(105) }]);
    const index = value(await again.index("search"));
    expect(index).toMatchObject({ through: 3, segments: [bytes(106), bytes(107)] });
    expect(value(await again.spaceRows("s", "heads"))).toEqual([
      { space: "s", part: "heads", key: "k", stamp: 9, sealed: bytes(108) },
    ]);
  });

  test("a row that was written or removed meanwhile is not renewed", async () => {
    const { rows } = await filled();
    const found = await placedIn(rows, "documents", 100);
    const drafts = await placedIn(rows, "drafts", 100);
    value(await rows.commit([write("a", { expected: 1, document: bytes(50) })], "d"));
    value(
      await rows.renew(
        "documents",
        found.map((row) => ({ ...row, renewed: bytes(99) })),
      ),
    );
    value(
      await rows.renew(
        "drafts",
        drafts.map((row) => ({ ...row, renewed: bytes(99) })),
      ),
    );
    expect(value(await rows.document("a"))?.sealed).toEqual(bytes(50));
    expect(value(await rows.document("b"))?.sealed).toEqual(bytes(99));
    expect(value(await rows.drafts())).toEqual([]);
  });
}
