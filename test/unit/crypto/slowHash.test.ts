import { expect, test } from "vitest";
import { slowHash, slowHashCost } from "#crypto/slowHash.ts";

const salt = new Uint8Array(16);

test("memory that the machine does not give is a failure that names how much, not a fault", async () => {
  // More than WebAssembly can address: no machine gives it.
  const cost = { ...slowHashCost, memoryKiB: 5 * 1024 * 1024 };
  expect(await slowHash("passphrase", "tea at four", salt, cost)).toEqual({
    ok: false,
    error: { type: "TooLittleMemory", mebibytes: 5 * 1024 },
  });
});

test("a cost that is nonsense is a bug and thrown", async () => {
  const cost = { ...slowHashCost, iterations: 0 };
  await expect(slowHash("passphrase", "tea at four", salt, cost)).rejects.toThrow();
});
