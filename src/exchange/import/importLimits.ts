/** How much one import may hold; see docs/formats.md. All are counted, none is believed from a header. */
export const importLimits = {
  /** Bytes of everything unpacked, over all files of an import but Headroom's own. */
  bytes: 64 * 1024 * 1024,
  /** Bytes of a Headroom file, which is read line by line and never held whole. */
  headroomBytes: 1024 * 1024 * 1024,
  /** Bytes of one line of a Headroom file: one record with its history. */
  headroomLine: 32 * 1024 * 1024,
  /** Archives within archives. */
  layers: 3,
  /** Files in a zip, whatever they are. */
  files: 100_000,
  /** Braces and brackets open at once in JSON. */
  nesting: 64,
  /** Values in one JSON text: more would take more memory than a phone has. */
  values: 4_000_000,
  entries: 50_000,
  /** Records of a Headroom file, which has more kinds than entries. */
  records: 500_000,
  /** UTF-16 code units of one entry. */
  words: 1_000_000,
  /** Of one tag, setting or role. */
  label: 200,
  tags: 50,
  /** Cells of a table's row. */
  columns: 1000,
} as const;

/** Limits as handed to readers, so that tests can use small ones. */
export type ImportLimits = { readonly [Limit in keyof typeof importLimits]: number };
