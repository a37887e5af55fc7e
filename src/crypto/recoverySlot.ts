import { base64urlnopad } from "@scure/base";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import { assertUsable, type JournalKey, wipe } from "./JournalKey.ts";
import type { RecoverySlot } from "./KeySlot.ts";
import { type NotARecoveryCode, readRecoveryWords } from "./recoveryWords.ts";
import { type SlotFacts, unwrapJournalKey, wrapJournalKey } from "./wrapJournalKey.ts";

const saltLength = 32;

const facts = (journalId: string, slot: Omit<RecoverySlot, "wrapped">): SlotFacts => ({
  journalId,
  slot,
  salt: new Uint8Array(base64urlnopad.decode(slot.salt)),
  parameters: [slot.words],
});

/** A slot that the twelve words open. 128 random bits need no slow hash [R3]. */
export async function makeRecoverySlot(
  key: JournalKey,
  journalId: string,
  words: readonly string[],
  random: Random,
): Promise<Result<RecoverySlot, NotARecoveryCode>> {
  assertUsable(key);
  const entropy = await readRecoveryWords(words);
  if (!entropy.ok) return entropy;
  const slot = {
    version: 1,
    id: newId(random),
    kind: "recovery",
    epoch: key.epoch,
    words: "bip39-english-12",
    salt: base64urlnopad.encode(random.bytes(saltLength)),
  } as const;
  try {
    const wrapped = await wrapJournalKey(entropy.value, facts(journalId, slot), key, random);
    return ok({ ...slot, wrapped });
  } finally {
    wipe(entropy.value);
  }
}

/** The journal key in a slot, given the bytes of `readRecoveryWords`. */
export const openRecoverySlot = (
  slot: RecoverySlot,
  journalId: string,
  entropy: Uint8Array<ArrayBuffer>,
): ReturnType<typeof unwrapJournalKey> =>
  unwrapJournalKey(entropy, facts(journalId, slot), slot.wrapped);
