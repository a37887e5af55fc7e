/** What may count once only. */
export interface OnceStore {
  /** True the first time a nonce is spent within its window [Q1]. */
  readonly spendNonce: (nonce: Uint8Array, until: number) => Promise<boolean>;
  readonly putTicket: (ticketHash: Uint8Array, device: Uint8Array, until: number) => Promise<void>;
  /** The device that a ticket was given to; a ticket opens one door once. */
  readonly takeTicket: (ticketHash: Uint8Array, now: number) => Promise<Uint8Array | null>;
}
