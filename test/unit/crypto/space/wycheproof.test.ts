import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { verify } from "#crypto/space/nobleEd25519.ts";
import { verifySignature } from "#crypto/space/SigningKey.ts";

const path = "../shared/data/hostile/wycheproof/ed25519_test.json";
const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
const fileSchema = v.object({
  testGroups: v.array(
    v.object({
      publicKey: v.object({ pk: v.string() }),
      tests: v.array(
        v.object({
          tcId: v.number(),
          msg: v.string(),
          sig: v.string(),
          result: v.picklist(["valid", "invalid", "acceptable"]),
        }),
      ),
    }),
  ),
});

// RFC 8032, 7.1, test 2: used alone where the vectors of Project Wycheproof are not there.
const own = {
  testGroups: [
    {
      publicKey: { pk: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c" },
      tests: [
        {
          tcId: 1,
          msg: "72",
          sig: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
          result: "valid" as const,
        },
        { tcId: 2, msg: "73", sig: "00".repeat(64), result: "invalid" as const },
      ],
    },
  ],
};

const { testGroups } = existsSync(path)
  ? v.parse(fileSchema, JSON.parse(readFileSync(path, "utf8")))
  : own;
const cases = testGroups.flatMap(({ publicKey, tests }) =>
  tests.map((test) => ({ ...test, pk: publicKey.pk })),
);

describe("[G1] Ed25519 judges every Wycheproof vector as its authors do", () => {
  it.each([
    ["by WebCrypto", verifySignature],
    ["by @noble/curves", async (...of: Parameters<typeof verify>) => verify(...of)],
  ])("%s", async (_name, judge) => {
    const wrong: number[] = [];
    for (const { tcId, pk, msg, sig, result } of cases) {
      const isRight = await judge(hex(pk), hex(msg), hex(sig));
      if (isRight !== (result === "valid")) wrong.push(tcId);
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(1);
  });
});
