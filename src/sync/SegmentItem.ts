/** A state of a record within a segment, or something that waits (`waitingRows`). */
export interface SegmentItem {
  readonly id: string;
  readonly state: Uint8Array;
}
