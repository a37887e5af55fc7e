/** Where rows are read from, one key or a whole range at a time. */
interface Range<Row, Key> {
  readonly all: () => PromiseLike<Row[]>;
  readonly keys: () => PromiseLike<Key[]>;
  readonly one: (key: Key) => PromiseLike<Row | undefined>;
  /** What stands for a row that cannot be read; null leaves it out. */
  readonly lost: (key: Key) => PromiseLike<Row | null>;
}

/**
 * The rows of a range. Chromium keeps large values in files of their own, and fails a whole range
 * where one of these is gone or damaged: the rows are then read one by one, so that the others are there.
 */
export async function rowsOneByOne<Row, Key>(range: Range<Row, Key>): Promise<readonly Row[]> {
  try {
    return await range.all();
  } catch {
    // Where it is not one row but all of them, asking for the keys fails too, and says why.
    const rows: Row[] = [];
    for (const key of await range.keys()) {
      const row = await Promise.resolve(range.one(key)).catch(() => range.lost(key));
      if (row !== undefined && row !== null) rows.push(row);
    }
    return rows;
  }
}
