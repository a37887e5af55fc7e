/** One device's place in one space's room: what it was sent, and how to send it more. */
export interface Seat {
  readonly space: Uint8Array;
  /** `idText` of the device. */
  readonly device: string;
  /** The last row of the log that it was sent, or has. */
  sent: number;
  /** It is being sent what it missed, page by page; live rows wait until then. */
  isBehind: boolean;
  isGone: boolean;
  /** Sends frames already encoded, together with others of this turn of the event loop. */
  readonly send: (frames: Uint8Array) => void;
  /** Sends them in order, but with what is sent next, or a little later. */
  readonly sendSoon: (frames: Uint8Array) => void;
  /** Whether more may wait unsent for it than is allowed. */
  readonly isSlow: () => boolean;
  /** Resolves when it has read enough to be sent more, true; or false when it is gone. */
  readonly drained: () => Promise<boolean>;
  /** Ends its connection: it comes back and says where it stands. */
  readonly end: () => void;
}
