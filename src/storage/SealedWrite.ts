import type { SpaceTableRow } from "./journalTables.ts";

/** A change to what spaces keep; a drop with a `stamp` leaves alone what has a later one. */
export interface SpaceChange {
  readonly put: readonly SpaceTableRow[];
  readonly drop: readonly {
    readonly space: string;
    readonly part: string;
    readonly key: string;
    readonly stamp?: number;
  }[];
}

/** One record's new state, sealed; `expected` is the `rev` that must be stored, null for none. */
export interface SealedWrite {
  readonly id: string;
  readonly expected: number | null;
  readonly document: Uint8Array;
  readonly view: Uint8Array;
  readonly versions: readonly Uint8Array[];
}
