import { base64urlnopad } from "@scure/base";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { encodeFields, type Field } from "#wire/encodeFields.ts";
import { deriveCommittedKey } from "./CommittedKey.ts";
import { createEnvelope, openEnvelope, sealEnvelope } from "./envelope.ts";
import { type JournalKey, journalKeyLength } from "./JournalKey.ts";

/** Everything about a slot that its wrapped key is bound to [L3]: nothing of it can be changed or swapped. */
export interface SlotFacts {
  readonly journalId: string;
  readonly slot: {
    readonly version: number;
    readonly id: string;
    readonly kind: string;
    readonly epoch: number;
  };
  readonly salt: Uint8Array<ArrayBuffer>;
  /** What the kind adds: the slow hash's cost, the word list. */
  readonly parameters: readonly Field[];
}

/** Why a wrapped key does not open: the secret is another one, or the slot was changed. */
export type UnwrapFailure = "wrongKey" | "newer" | "damaged";

/** The envelope of a slot's secret, and additional data of everything about the slot. */
async function slotEnvelope(
  secret: Uint8Array<ArrayBuffer>,
  { journalId, slot, salt, parameters }: SlotFacts,
) {
  const key = await deriveCommittedKey(secret, salt, `${slot.kind} slot`, []);
  const envelope = createEnvelope(key, slot.epoch);
  const { version, id, kind, epoch } = slot;
  const naming = ["slot", journalId, version, id, kind, epoch, salt, ...parameters];
  return { envelope, additionalData: encodeFields([envelope.head, ...naming]) };
}

/** The journal key sealed under a secret of at least 128 bits of strength, base64url. */
export async function wrapJournalKey(
  secret: Uint8Array<ArrayBuffer>,
  facts: SlotFacts,
  journalKey: JournalKey,
  random: Random,
): Promise<string> {
  const { envelope, additionalData } = await slotEnvelope(secret, facts);
  return base64urlnopad.encode(
    await sealEnvelope(envelope, additionalData, journalKey.bytes, random),
  );
}

/** The journal key again. The caller wipes it. */
export async function unwrapJournalKey(
  secret: Uint8Array<ArrayBuffer>,
  facts: SlotFacts,
  wrapped: string,
): Promise<Result<JournalKey, UnwrapFailure>> {
  const { epoch } = facts.slot;
  const { envelope, additionalData } = await slotEnvelope(secret, facts);
  const opened = await openEnvelope(envelope, additionalData, base64urlnopad.decode(wrapped));
  if (opened.ok && opened.value.length === journalKeyLength) {
    return ok({ epoch, bytes: opened.value });
  }
  const failure = opened.ok ? "damaged" : opened.error;
  return err(failure === "wrongKey" || failure === "newer" ? failure : "damaged");
}
