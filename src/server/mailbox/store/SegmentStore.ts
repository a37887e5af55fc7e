/** What snapshots are made of, and who makes one. */
export interface SegmentStore {
  /**
   * Holds the lease until `until` for this device, unless another holds it: then says until when.
   * Segments that no manifest came to name go with the lease before.
   */
  readonly lease: (
    space: Uint8Array,
    device: Uint8Array,
    now: number,
    until: number,
  ) => Promise<{ readonly holds: boolean; readonly until: number }>;
  /** Snapshots may take as much as `quota` beyond it: a full space gets room again by one. */
  readonly putSegment: (
    space: Uint8Array,
    hash: Uint8Array,
    bytes: Uint8Array,
    now: number,
    quota: number,
  ) => Promise<"kept" | "quota">;
  readonly segment: (space: Uint8Array, hash: Uint8Array) => Promise<Uint8Array | null>;
}
