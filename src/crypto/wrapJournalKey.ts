import { base64urlnopad } from "@scure/base";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { deriveCommittedKey } from "./CommittedKey.ts";
import { openEnvelope, sealEnvelope } from "./envelope.ts";
import type { Field } from "./fields.ts";
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

const purpose = ({ slot }: SlotFacts) => `${slot.kind} slot`;
const naming = ({ journalId, slot, salt, parameters }: SlotFacts): readonly Field[] => [
  "slot",
  journalId,
  slot.version,
  slot.id,
  slot.kind,
  slot.epoch,
  salt,
  ...parameters,
];

/** The journal key sealed under a secret of at least 128 bits of strength, base64url. */
export async function wrapJournalKey(
  secret: Uint8Array<ArrayBuffer>,
  facts: SlotFacts,
  journalKey: JournalKey,
  random: Random,
): Promise<string> {
  const key = await deriveCommittedKey(secret, facts.salt, purpose(facts), []);
  const { epoch, bytes } = journalKey;
  return base64urlnopad.encode(await sealEnvelope(key, epoch, naming(facts), bytes, random));
}

/** The journal key again. The caller wipes it. */
export async function unwrapJournalKey(
  secret: Uint8Array<ArrayBuffer>,
  facts: SlotFacts,
  wrapped: string,
): Promise<Result<JournalKey, UnwrapFailure>> {
  const { epoch } = facts.slot;
  const key = await deriveCommittedKey(secret, facts.salt, purpose(facts), []);
  const opened = await openEnvelope(key, epoch, naming(facts), base64urlnopad.decode(wrapped));
  if (opened.ok && opened.value.length === journalKeyLength) {
    return ok({ epoch, bytes: opened.value });
  }
  const failure = opened.ok ? "damaged" : opened.error;
  return err(failure === "wrongKey" || failure === "newer" ? failure : "damaged");
}
