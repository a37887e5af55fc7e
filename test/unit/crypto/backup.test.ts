import { createPrivateKey, createPublicKey, hkdfSync } from "node:crypto";
import { bech32 } from "@scure/base";
import { mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { Encrypter } from "age-encryption";
import { describe, expect, test } from "vitest";
import { openBackup } from "#crypto/backupFile.ts";
import { backupKeyOf } from "#crypto/backupKey.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { seededRandom } from "./seededRandom.ts";
import { lp } from "./specReader.ts";

/** [B1] from the specification alone: node:crypto and Bech32, nothing of src. */
function bySpecification(words: readonly string[]) {
  const entropy = mnemonicToEntropy(words.join(" "), wordlist);
  const scalar = Buffer.from(
    hkdfSync("sha256", entropy, new Uint8Array(), lp("headroom v1", "backup identity"), 32),
  );
  const der = Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), scalar]);
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicDer = createPublicKey(secret).export({ format: "der", type: "spki" });
  return {
    identity: bech32.encodeFromBytes("AGE-SECRET-KEY-", scalar).toUpperCase(),
    recipient: bech32.encodeFromBytes("age", publicDer.subarray(-32)),
  };
}

describe("the backup key", () => {
  test("[B1] is what the specification says, for any words, and the same however they are typed", async () => {
    const random = seededRandom(3);
    for (let round = 0; round < 20; round += 1) {
      const words = await newRecoveryWords(random);
      const expected = { ok: true, value: bySpecification(words) };
      expect(await backupKeyOf(words)).toEqual(expected);
      expect(await backupKeyOf(words.join("  ").toUpperCase())).toEqual(expected);
    }
  });

  test("[B1] never changes: these words have this key for good", async () => {
    const words = `${"abandon ".repeat(11)}about`;
    expect(await backupKeyOf(words)).toEqual({
      ok: true,
      value: bySpecification(words.split(" ")),
    });
    expect(await backupKeyOf(words)).toMatchObject({
      value: { recipient: "age1pgv49k0f7ztzg6w36ezmz924767ausldd275pv25rm6ghxnvxdmsrnetvr" },
    });
  });

  test("[R2] words that are no recovery code have none", async () => {
    expect(await backupKeyOf("abandon ".repeat(12))).toEqual({
      ok: false,
      error: { type: "NotARecoveryCode", unknown: [], count: 12 },
    });
  });
});

test("[B3] a chunk is given out only once it is proved whole, however the file is sliced", async () => {
  const key = await backupKeyOf(`${"abandon ".repeat(11)}about`);
  if (!key.ok) throw new Error("no key");
  const encrypter = new Encrypter();
  encrypter.addRecipient(key.value.recipient);
  const plain = new Uint8Array(200_000).map((_, at) => at % 251);
  const sealed = await encrypter.encrypt(plain);
  const slices = async function* (size: number) {
    for (let at = 0; at < sealed.length; at += size) yield sealed.slice(at, at + size);
  };
  for (const size of [30, 64 * 1024, 1_000_000]) {
    const opened: number[] = [];
    for await (const chunk of openBackup(key.value.identity, slices(size))) {
      if (!chunk.ok) throw new Error(chunk.error);
      opened.push(...chunk.value);
    }
    expect(Uint8Array.from(opened)).toEqual(plain);
  }
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  const results = [];
  for await (const chunk of openBackup(key.value.identity, slices(1000)))
    results.push(chunk.ok ? chunk.value.length : chunk.error);
  expect(results).toEqual([65_536, 65_536, 65_536, "damaged"]);
});
