import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { argon2id } from "hash-wasm";
import { expect, test } from "vitest";
import { wycheproofLaws } from "../../contract/crypto/wycheproofLaws.ts";

const folder = new URL("../../../../shared/data/hostile/wycheproof/", import.meta.url);

wycheproofLaws(async (file) => {
  const path = new URL(file, folder);
  return existsSync(path) ? readFile(path, "utf8") : null;
});

test("the library's Argon2id gives what the reference implementation gives", async () => {
  const cost = { memorySize: 65_536, iterations: 2, parallelism: 1, hashLength: 32 };
  const hash = await argon2id({ password: "password", salt: "somesalt", ...cost });
  // phc-winner-argon2, src/test.c: version 0x13, t=2, m=2^16, p=1.
  expect(hash).toBe("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
});
