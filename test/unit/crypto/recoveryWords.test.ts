import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newRecoveryWords, readRecoveryWords } from "#crypto/recoveryWords.ts";
import { seededRandom } from "./seededRandom.ts";

const words = await newRecoveryWords(seededRandom(3));
/** BIP39's own test vector for sixteen zero bytes. */
const zeros = [...Array<string>(11).fill("abandon"), "about"];
const unknown = async (typed: string | readonly string[]) => {
  const read = await readRecoveryWords(typed);
  return read.ok ? "read" : read.error.unknown;
};

describe("recovery words", () => {
  test("[R1] are twelve from BIP39's English list and stand for the bytes they were made from", async () => {
    const seeds = fc.integer({ min: 0, max: 0xffffffff });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const made = await newRecoveryWords(seededRandom(seed));
        expect(made).toHaveLength(12);
        expect(made.every((word) => wordlist.includes(word))).toBe(true);
        const bytes = seededRandom(seed).bytes(16);
        expect(await readRecoveryWords(made)).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  test("[R1] agree with BIP39's own vector", async () => {
    expect(await readRecoveryWords(zeros)).toEqual({ ok: true, value: new Uint8Array(16) });
  });

  test("[R2] are read however they were typed or pasted", async () => {
    const expected = await readRecoveryWords(words);
    const ways: readonly (string | readonly string[])[] = [
      words.join(" "),
      ` \n${words.join("\t\n")}  `,
      words.join("\u00a0").toUpperCase(),
      words.map((word) => ` ${word} `),
      [words.join(" "), ...Array<string>(11).fill("")],
      [words.slice(0, 6).join(" "), words.slice(6).join(" ")],
      words.map((word, at) => `${at + 1}. ${word}`).join(" "),
      words.map((word, at) => `${at + 1}.${word}`),
      words.map((word, at) => `(${at + 1}) ${word}`).join("\n"),
      `${words.join(", ")}.`,
    ];
    for (const way of ways) expect(await readRecoveryWords(way)).toEqual(expected);
  });

  test("[R2] words not in the list are reported by place, a blank field among them", async () => {
    expect(await unknown(words.with(2, "xyzzy").with(11, "hospitl"))).toEqual([2, 11]);
    expect(await unknown(words.with(4, " "))).toEqual([4]);
    expect(await unknown(`${words.slice(0, 3).join(" ")} xyzzy`)).toEqual([3]);
  });

  test("[R2] too few, too many and a wrong checksum are refused with no place", async () => {
    expect(await unknown(words.slice(0, 11))).toEqual([]);
    expect(await unknown([...words, "abandon"])).toEqual([]);
    expect(await unknown("")).toEqual([]);
    expect(await unknown(zeros.with(11, "abandon"))).toEqual([]);
  });

  test("[R2] nearly every swap of two words is noticed by the checksum", async () => {
    let unnoticed = 0;
    let swaps = 0;
    for (let a = 0; a < 12; a += 1) {
      for (let b = a + 1; b < 12; b += 1) {
        const [first, second] = [words[a] ?? "", words[b] ?? ""];
        if (first === second) continue;
        swaps += 1;
        if ((await unknown(words.with(a, second).with(b, first))) === "read") unnoticed += 1;
      }
    }
    // Four bits of checksum: one in sixteen by chance.
    expect(unnoticed / swaps).toBeLessThan(0.2);
  });

  test("control: words in the list in any order would pass without the checksum", () => {
    expect(zeros.with(11, "abandon").every((word) => wordlist.includes(word))).toBe(true);
  });
});
