import type { Random } from "#base/Random.ts";

/**
 * The secret that everything in a journal is sealed under. `bytes` are 32 random bytes; whoever
 * holds them calls `wipe` as soon as sealer and slots are made.
 */
export interface JournalKey {
  /** Counts from 1; a new key after a leak takes the next number. */
  readonly epoch: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a journal key. */
export const journalKeyLength = 32;

/** A fresh journal key [K1]. */
export const newJournalKey = (random: Random, epoch = 1): JournalKey => ({
  epoch,
  bytes: random.bytes(journalKeyLength),
});

/** Throws on a key that is wiped or of the wrong length: using one would seal words under nothing. */
export function assertUsable({ bytes }: JournalKey): void {
  if (bytes.length !== journalKeyLength || bytes.every((byte) => byte === 0)) {
    throw new Error("this journal key is wiped or not a key");
  }
}

/** Overwrites a secret's bytes with zeros [K4]. */
export function wipe(secret: JournalKey | Uint8Array): void {
  ("bytes" in secret ? secret.bytes : secret).fill(0);
}
