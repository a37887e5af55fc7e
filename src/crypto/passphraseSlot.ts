import { base64urlnopad } from "@scure/base";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import { assertUsable, type JournalKey, wipe } from "./JournalKey.ts";
import type { PassphraseSlot } from "./KeySlot.ts";
import {
  costFields,
  slowHash,
  slowHashCost,
  slowHashSaltLength,
  type TooLittleMemory,
} from "./slowHash.ts";
import {
  type SlotFacts,
  type UnwrapFailure,
  unwrapJournalKey,
  wrapJournalKey,
} from "./wrapJournalKey.ts";

type Unwrapped = Omit<PassphraseSlot, "wrapped">;

const facts = (journalId: string, slot: Unwrapped, salt: Uint8Array<ArrayBuffer>): SlotFacts => ({
  journalId,
  slot,
  salt,
  parameters: [slot.kdf.name, ...costFields(slot.kdf)],
});

/** Different keyboards write one letter in different ways: NFKC makes them one [H3]. Nothing else is changed. */
const stretch = (passphrase: string, slot: Unwrapped, salt: Uint8Array) =>
  slowHash("passphrase", passphrase.normalize("NFKC"), salt, slot.kdf);

/** A slot that `passphrase` opens. Slow: one Argon2id hash. The caller still has to wipe the key. */
export async function makePassphraseSlot(
  key: JournalKey,
  journalId: string,
  passphrase: string,
  random: Random,
): Promise<Result<PassphraseSlot, TooLittleMemory>> {
  assertUsable(key);
  const salt = random.bytes(slowHashSaltLength);
  const slot: Unwrapped = {
    version: 1,
    id: newId(random),
    kind: "passphrase",
    epoch: key.epoch,
    kdf: { name: "argon2id", ...slowHashCost, salt: base64urlnopad.encode(salt) },
  };
  const secret = await stretch(passphrase, slot, salt);
  if (!secret.ok) return secret;
  try {
    const wrapped = await wrapJournalKey(secret.value, facts(journalId, slot, salt), key, random);
    return ok({ ...slot, wrapped });
  } finally {
    wipe(secret.value);
  }
}

/** The journal key in a slot that `parsePassphraseSlot` has read. Slow: one Argon2id hash. */
export async function openPassphraseSlot(
  slot: PassphraseSlot,
  journalId: string,
  passphrase: string,
): Promise<Result<JournalKey, UnwrapFailure | TooLittleMemory>> {
  const salt = new Uint8Array(base64urlnopad.decode(slot.kdf.salt));
  const secret = await stretch(passphrase, slot, salt);
  if (!secret.ok) return secret;
  try {
    return await unwrapJournalKey(secret.value, facts(journalId, slot, salt), slot.wrapped);
  } finally {
    wipe(secret.value);
  }
}
