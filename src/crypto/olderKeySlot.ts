import { base64urlnopad } from "@scure/base";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { assertUsable, type JournalKey } from "./JournalKey.ts";
import type { OlderKeySlot } from "./KeySlot.ts";
import { type SlotFacts, unwrapJournalKey, wrapJournalKey } from "./wrapJournalKey.ts";

const saltLength = 32;

const facts = (journalId: string, slot: Omit<OlderKeySlot, "wrapped">): SlotFacts => ({
  journalId,
  slot,
  salt: new Uint8Array(base64urlnopad.decode(slot.salt)),
  parameters: ["newer journal key"],
});

/** The older key, sealed under the newer: whoever opens the newer can still read what stands under the older [K5]. */
export async function makeOlderKeySlot(
  newer: JournalKey,
  older: JournalKey,
  journalId: string,
  random: Random,
): Promise<OlderKeySlot> {
  assertUsable(newer);
  assertUsable(older);
  const slot = {
    version: 1,
    id: newId(random),
    kind: "older key",
    epoch: older.epoch,
    salt: base64urlnopad.encode(random.bytes(saltLength)),
  } as const;
  const wrapped = await wrapJournalKey(newer.bytes, facts(journalId, slot), older, random);
  return { ...slot, wrapped };
}

/** The older key in its slot. The caller wipes it. */
export const openOlderKeySlot = (
  slot: OlderKeySlot,
  journalId: string,
  newer: JournalKey,
): ReturnType<typeof unwrapJournalKey> =>
  unwrapJournalKey(newer.bytes, facts(journalId, slot), slot.wrapped);
