import { describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { newJournalKey, wipe } from "#crypto/JournalKey.ts";
import { noKeySlots, withSlot } from "#crypto/KeySlot.ts";
import { openWithPassphrase, openWithRecoveryWords } from "#crypto/openKeySlots.ts";
import { makePassphraseSlot } from "#crypto/passphraseSlot.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { wycheproofLaws } from "../../contract/crypto/wycheproofLaws.ts";

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const folder = "../shared/data/hostile/wycheproof/";

wycheproofLaws(async (file) => {
  try {
    return await commands.readFile(`${folder}${file}`);
  } catch (error) {
    if (String(error).includes("ENOENT")) return null;
    throw error;
  }
});

describe("in the browser", () => {
  test("[L1] [S1] a journal's key comes back by passphrase and by words, and opens what it sealed", async () => {
    const key = newJournalKey(random);
    const words = await newRecoveryWords(random);
    const byWords = await makeRecoverySlot(key, "journal-a", words, random);
    if (!byWords.ok) throw new Error("fresh words are a recovery code");
    const byPassphrase = await makePassphraseSlot(key, "journal-a", "tea at four", random);
    if (!byPassphrase.ok) throw new Error("this machine has 64 MiB");
    const slots = withSlot(withSlot(noKeySlots, byPassphrase.value), byWords.value);
    const sealer = await createSealer(key, "journal-a", random);
    wipe(key);
    const plaintext = new TextEncoder().encode("Bed 4 waited three hours for a porter.");
    const sealed = await sealer.seal("view", "entry-1", plaintext);

    const opened = await openWithPassphrase(slots, "journal-a", "tea at four");
    const again = await openWithRecoveryWords(slots, "journal-a", words);
    if (!opened.ok || !again.ok) throw new Error("both ways must open");
    for (const found of [opened.value, again.value]) {
      const reopened = await createSealer(found, "journal-a", random);
      expect(await reopened.open("view", "entry-1", sealed)).toEqual({
        ok: true,
        value: plaintext,
      });
    }
  });

  test("control: another passphrase opens nothing", async () => {
    const key = newJournalKey(random);
    const slot = await makePassphraseSlot(key, "journal-a", "tea at four", random);
    if (!slot.ok) throw new Error("this machine has 64 MiB");
    const slots = withSlot(noKeySlots, slot.value);
    const opened = await openWithPassphrase(slots, "journal-a", "tea at five");
    expect(opened).toEqual({ ok: false, error: { type: "WrongKey" } });
  });
});
