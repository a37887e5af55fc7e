/** What a statement may be given. */
export type SqlValue = Uint8Array | number | string | null;

/** A row of an answer; read its columns with `blob`, `whole` and `optionalBlob`. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** Runs one statement with parameters `$1`, `$2`, …; statements that answer nothing give no rows. */
export type SqlRun = (text: string, ...values: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** What libSQL and PostgreSQL have in common, for the statements that both run as they stand. */
export interface SqlDatabase {
  readonly run: SqlRun;
  /** All or nothing; on disk when it resolves. Writes of other transactions wait or come before. */
  readonly transaction: <T>(work: (run: SqlRun) => Promise<T>) => Promise<T>;
  /** Ends a `select` whose rows are to be locked until the transaction ends. */
  readonly forUpdate: string;
}

/** A column of bytes. Throws where it holds none: the database is not ours. */
export function blob(row: SqlRow, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new TypeError(`${column} holds no bytes`);
}

/** A column of bytes that may be empty (null). */
export const optionalBlob = (row: SqlRow, column: string): Uint8Array | null =>
  row[column] === null ? null : blob(row, column);

/** A column of whole numbers. */
export function whole(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new TypeError(`${column} holds no whole number`);
}
