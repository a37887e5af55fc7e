/** The classes of sealed rows. */
export const rowClasses = [
  "documents",
  "views",
  "versions",
  "drafts",
  "derived",
  "spaceRows",
] as const;

export type RowClass = (typeof rowClasses)[number];

/** Where a row stands in its class: its key, which only storage looks into. */
export type Place = string | number | readonly (string | number)[];

/** A row as it is sealed anew, whatever it holds. */
export interface PlacedRow {
  readonly place: Place;
  /** The id that its sealed bytes are bound to. */
  readonly id: string;
  readonly sealed: Uint8Array;
}
