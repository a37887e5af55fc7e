import { base64urlnopad } from "@scure/base";
import { argon2id } from "hash-wasm";
import { describe, expect, test } from "vitest";
import { type JournalKey, newJournalKey, wipe } from "#crypto/JournalKey.ts";
import { noKeySlots, parseKeySlots, slotKind, withSlot } from "#crypto/KeySlot.ts";
import { openWithPassphrase, openWithRecoveryWords } from "#crypto/openKeySlots.ts";
import { makePassphraseSlot } from "#crypto/passphraseSlot.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { seededRandom } from "./seededRandom.ts";
import { lp, openBySpecification } from "./specReader.ts";

const random = seededRandom(2);
const journal = "journal-a";
const passphrase = "café at four";
const key = newJournalKey(random);
const words = await newRecoveryWords(random);

async function recoverySlot(of: JournalKey = key, to = journal, by = words) {
  const slot = await makeRecoverySlot(of, to, by, random);
  if (!slot.ok) throw new Error("these words are a recovery code");
  return slot.value;
}
async function passphraseSlot(of: JournalKey = key, by = passphrase) {
  const slot = await makePassphraseSlot(of, journal, by, random);
  if (!slot.ok) throw new Error("this machine has 64 MiB");
  return slot.value;
}
const byPassphrase = await passphraseSlot();
const byWords = await recoverySlot();
const slots = withSlot(withSlot(noKeySlots, byPassphrase), byWords);
const stored = (...list: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify({ version: 1, slots: list }));
/** What opening comes to, in a word. */
const outcome = (
  result:
    | Awaited<ReturnType<typeof openWithRecoveryWords>>
    | Awaited<ReturnType<typeof openWithPassphrase>>,
) => {
  if (!result.ok) return "reason" in result.error ? result.error.reason : result.error.type;
  return String(result.value.bytes) === String(key.bytes) ? "opened" : "another key";
};
const typed = async (list: unknown, text = passphrase, of = journal) =>
  outcome(await openWithPassphrase(list, of, text));
const told = async (list: unknown, by: string | readonly string[] = words, of = journal) =>
  outcome(await openWithRecoveryWords(list, of, by));

describe("key slots", () => {
  test("[L1] passphrase and recovery words open the same key, after a round through JSON", async () => {
    const kept = JSON.parse(JSON.stringify(slots));
    expect(await typed(kept)).toBe("opened");
    expect(await told(kept)).toBe("opened");
  });

  test("another passphrase or other words are a wrong key, not damage", async () => {
    expect(await typed(slots, "cafe at four")).toBe("WrongKey");
    expect(await typed(slots, "")).toBe("WrongKey");
    expect(await told(slots, await newRecoveryWords(random))).toBe("WrongKey");
  });

  test("[H3] a passphrase opens however a keyboard writes its letters; spaces and capitals count", async () => {
    expect(await typed(slots, passphrase.normalize("NFD"))).toBe("opened");
    expect(await typed(slots, ` ${passphrase}`)).toBe("WrongKey");
    expect(await typed(slots, passphrase.toUpperCase())).toBe("WrongKey");
  });

  test("[H1] a slot with weaker parameters is refused", async () => {
    const weaker = [{ memoryKiB: 32_768 }, { iterations: 2 }, { salt: "AAAAAAAAAAA" }];
    for (const change of weaker) {
      const slot = { ...byPassphrase, kdf: { ...byPassphrase.kdf, ...change } };
      expect(await typed(stored(slot))).toBe("weak");
    }
  });

  test("[H2] a slot that would hang the device is refused at once", async () => {
    const stronger = [{ memoryKiB: 4_000_000 }, { iterations: 1e9 }, { parallelism: 8 }];
    for (const change of stronger) {
      const slot = { ...byPassphrase, kdf: { ...byPassphrase.kdf, ...change } };
      expect(await typed(stored(slot))).toBe("newer");
    }
  });

  test("[L3] a slot does not open with any of its facts changed, nor in another journal", async () => {
    const changes: readonly object[] = [
      { id: "another" },
      { epoch: 2 },
      { salt: base64urlnopad.encode(random.bytes(32)) },
      { words: "bip39-french-12" },
      { wrapped: byPassphrase.wrapped },
      { wrapped: "" },
      { wrapped: "!!" },
      { extra: true },
      { kind: "passphrase" },
    ];
    for (const change of changes) {
      expect(await told(stored({ ...byWords, ...change })), JSON.stringify(change)).not.toBe(
        "opened",
      );
    }
    expect(await told(slots, words, "journal-b")).toBe("damaged");
    expect(await typed(slots, passphrase, "journal-b")).toBe("damaged");
    expect(await typed(stored({ ...byPassphrase, id: "another" }))).toBe("damaged");
    expect(await typed(stored({ ...byPassphrase, epoch: 2 }))).toBe("damaged");
  });

  test("control: the same slot unchanged does open", async () => {
    expect(await told(stored({ ...byWords }))).toBe("opened");
  });

  test("[L3] any flipped bit of a wrapped key is refused", async () => {
    const bytes = base64urlnopad.decode(byWords.wrapped);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const wrapped = base64urlnopad.encode(changed);
      expect(await told(stored({ ...byWords, wrapped }))).not.toBe("opened");
    }
  });

  test("[L2] slots of kinds and versions to come are carried along untouched", async () => {
    const passkey = { version: 3, id: "pk", kind: "passkey", rp: { id: "x" }, wrapped: ["a", 1] };
    const device = { version: 1, id: "dev", kind: "device", later: null };
    const next = { ...byPassphrase, version: 2, id: "later" };
    const parsed = parseKeySlots({ ...slots, note: 7, slots: [passkey, next, device, byWords] });
    if (!parsed.ok) throw new Error("readable");
    const after = JSON.parse(JSON.stringify(withSlot(parsed.value, await recoverySlot())));
    expect(after.note).toBe(7);
    expect(after.slots.slice(0, 3)).toEqual([passkey, next, device]);
    expect(after.slots.map(slotKind)).toEqual(["passkey", "passphrase", "device", "recovery"]);
    expect(await told(after)).toBe("opened");
    expect(await typed(after)).toBe("newer");
  });

  test("[L2] a damaged or weakened slot stops only itself", async () => {
    const weak = { ...byPassphrase, kdf: { ...byPassphrase.kdf, iterations: 1 } };
    expect(await told(stored(weak, { ...byWords, wrapped: "AAAA" }, byWords, 7))).toBe("opened");
    expect(await typed(stored(weak, byPassphrase, byWords))).toBe("opened");
    expect(
      await told(stored({ ...byWords, wrapped: "AAAA" }, byWords), await newRecoveryWords(random)),
    ).toBe("WrongKey");
  });

  test("[L1] what is not slots at all is damaged, a later container newer", async () => {
    for (const other of [null, 7, "slots", [], {}, { version: 1 }, { version: 1, slots: {} }]) {
      expect(await typed(other)).toBe("damaged");
    }
    expect(await typed(stored())).toBe("damaged");
    expect(await typed(stored(...Array.from({ length: 33 }, () => byPassphrase)))).toBe("damaged");
    expect(await typed({ version: 2, slots: [byPassphrase] })).toBe("newer");
  });

  test("[L4] after a change of passphrase only the new one opens, and the recovery words still do", async () => {
    const changed = withSlot(slots, await passphraseSlot(key, "a new one"));
    expect(await typed(changed, "a new one")).toBe("opened");
    expect(await typed(changed)).toBe("WrongKey");
    expect(await told(changed)).toBe("opened");
  });

  test("[K4] no slot is ever made for a wiped key", async () => {
    const wiped = newJournalKey(random);
    wipe(wiped);
    await expect(makePassphraseSlot(wiped, journal, passphrase, random)).rejects.toThrow("wiped");
    await expect(makeRecoverySlot(wiped, journal, words, random)).rejects.toThrow("wiped");
  });

  test("[L3] a slot is readable from the specification alone", async () => {
    const { kdf, id, wrapped } = byPassphrase;
    const salt = base64urlnopad.decode(kdf.salt);
    const secret = await argon2id({
      password: lp("passphrase", passphrase.normalize("NFKC")),
      salt,
      memorySize: 65_536,
      iterations: 3,
      parallelism: 1,
      hashLength: 32,
      outputType: "binary",
    });
    const facts = ["slot", journal, 1, id, "passphrase", 1, salt, "argon2id", 0x13, 65_536, 3, 1];
    const sealed = base64urlnopad.decode(wrapped);
    const read = openBySpecification(sealed, secret, salt, "passphrase slot", [], facts);
    expect(new Uint8Array(read)).toEqual(key.bytes);
  });

  test("slots of version 1 still open", async () => {
    const kept = JSON.parse(slotsOfVersion1);
    const opened = await openWithPassphrase(kept, journal, "fixture passphrase");
    const again = await openWithRecoveryWords(kept, journal, wordsOfVersion1);
    if (!opened.ok || !again.ok) throw new Error("version 1 no longer opens");
    expect(base64urlnopad.encode(opened.value.bytes)).toBe(keyOfVersion1);
    expect(again.value).toEqual(opened.value);
  });
});

/** Made by this code on 22 November 2026; never to be made again. */
const keyOfVersion1 = "nkWd0OcRvJtFP-E0IsmgKW7oYal759RFZAAPv3DsdBI";
const wordsOfVersion1 = "bind account cruise ten year spell word tackle spell knock liberty town";
const slotsOfVersion1 =
  '{"version":1,"slots":[{"version":1,"id":"qmd7O-eexFjFzQuufWfIaQ","kind":"passphrase","epoch":1,"kdf":{"name":"argon2id","memoryKiB":65536,"iterations":3,"parallelism":1,"salt":"y7U4yyaG0OMI97p4DkIGYA"},"wrapped":"SGRybQEBAAAAAfZQLbLdWhkpleI2BJ_Rfo7CqwfhOeUhkNpuD-binpViwmqlEeyR4FjEJxpA3d4oAWg4Pi74SSXgPyVIy_ItdA11VOHDGnnCjaKSruFd-eKX3tmNnjCHFxUZ56Fb"},{"version":1,"id":"ukTQREGdN4S6JEgO7FywTg","kind":"recovery","epoch":1,"words":"bip39-english-12","salt":"rPRXme1r9XB5aMWiULA3KVzb52vz58O_Q-WjXLQS4gg","wrapped":"SGRybQEBAAAAAZ-CmyTm6RAAyMJb52jwZNdkKLRGAoFJuXFuZFcGhNzuud5vhFxZ-rWqQEjMYEAESVLBKvwyur6IFzqOjiMvFPDqmwD_uX5bkIzibsGhYB_DgJOxnCCcYRBMFkA0"}]}';
