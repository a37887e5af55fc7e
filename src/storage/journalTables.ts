import type { Dexie } from "dexie";
import type { Tables } from "./Database.ts";

/**
 * What a journal keeps. In the clear are random ids, the order of writes, counts and padded sizes;
 * everything else is in `sealed`.
 *
 * - documents: a record's state; `rev` grows with each write of it
 * - views: a record as it reads now; `order` is new at each write, and never used again
 * - versions: earlier states of the record `of`
 * - drafts: words not yet kept
 * - derived, derivedHeads: the reader's indexes in segments, and how far each covers the writes
 * - spaceRows (from version 2): what spaces need here to be exchanged; the marks of what is unsent
 *   have no sealed bytes, only the record's id and `rev`
 * - version 3 changes no table: from it on rows may stand under a newer key, which earlier code does
 *   not know, so tabs with such code are closed and it opens nothing
 */
export const journalTables: Tables = [
  {
    documents: "id",
    views: "++order, &id",
    versions: "++number, of",
    drafts: "id",
    derived: "[name+number]",
    derivedHeads: "name",
  },
  { spaceRows: "[space+part+key]" },
  {},
];

/** The `rev` of a document that is gone or that the browser cannot read, while its view is there. */
export const lostRev = 0;

export interface DocumentRow {
  readonly id: string;
  readonly rev: number;
  readonly sealed: Uint8Array;
}
export interface ViewRow {
  readonly order: number;
  readonly id: string;
  readonly sealed: Uint8Array;
}
export interface VersionRow {
  readonly number: number;
  readonly of: string;
  readonly sealed: Uint8Array;
}
export interface DraftRow {
  readonly id: string;
  readonly sealed: Uint8Array;
}
export interface SegmentRow {
  readonly name: string;
  readonly number: number;
  readonly sealed: Uint8Array;
}
export interface HeadRow {
  readonly name: string;
  readonly through: number;
  readonly generation: number;
  readonly count: number;
}

export interface SpaceTableRow {
  readonly space: string;
  readonly part: string;
  readonly key: string;
  readonly stamp: number;
  readonly sealed: Uint8Array;
}

/** The tables of an open database, typed. */
export const tablesOf = (db: Dexie) => ({
  documents: db.table<DocumentRow, string>("documents"),
  views: db.table<ViewRow, number, Omit<ViewRow, "order">>("views"),
  versions: db.table<VersionRow, number, Omit<VersionRow, "number">>("versions"),
  drafts: db.table<DraftRow, string>("drafts"),
  derived: db.table<SegmentRow, [string, number]>("derived"),
  derivedHeads: db.table<HeadRow, string>("derivedHeads"),
  spaceRows: db.table<SpaceTableRow, [string, string, string]>("spaceRows"),
});
