/**
 * The sizes that both ends hold to [F2]. Bytes unless said. They are checked when bytes are read and
 * again before anything is stored; a client that keeps to them is never refused as too big.
 */
export const limits = {
  /** The body of one row: sealed, signed, as it travels. */
  rowBody: 1024 * 1024,
  /** Rows in one push. */
  rowsInPush: 1_000,
  /** The body of a request, and one WebSocket message. */
  request: 4 * 1024 * 1024,
  /** The body of an answer, and one WebSocket message to a client: more than any page with its last row. */
  answer: 4 * 1024 * 1024,
  /** What a page of rows holds, unless its first row alone is larger. */
  page: 1024 * 1024,
  /** Rows, entries or other items listed in one frame of an answer. */
  listed: 10_000,
  /** Spaces in one HELLO. */
  spacesInHello: 64,
  /** Frames in one body. */
  frames: 2_000,
  /** One membership entry. */
  membershipEntry: 256 * 1024,
  /** Devices that a space may have at one time. */
  members: 256,
  /** A key wrapped for one device. */
  wrap: 512,
  /** Other devices' heads named in a row. */
  seen: 256,
  /** Sealed bytes of presence. */
  presence: 4 * 1024,
  /** A sealed letter of an invitation, or a joiner's sealed answer. */
  letter: 8 * 1024,
  /** A sealed voice of a patient, carer or community member. */
  voice: 64 * 1024,
  /** What the page of a voicebox says, sealed. */
  voiceKey: 16 * 1024,
  /** One sealed segment of a snapshot. */
  segment: 1024 * 1024,
  /** Segments that a manifest names. */
  segments: 4_096,
  /** Devices whose heads a manifest names: members past and present. */
  heads: 2_048,
  /** A manifest of a snapshot. */
  manifest: 512 * 1024,
  /** Confirmations that are shown with a manifest: two would do. */
  confirmations: 256,
  /** The JSON of a refusal. */
  refusal: 2 * 1024,
  /** How far the time of a signature may lie from the server's, in seconds [Q1]. */
  clockSkewSeconds: 300,
} as const;
