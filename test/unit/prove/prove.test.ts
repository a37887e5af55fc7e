import { expect, test } from "vitest";
import { vaultSuites } from "../../prove/suites.ts";

// The short form of `npm run prove`.
test.each(vaultSuites)("$name: $law", { timeout: 300_000 }, async ({ run, short }) => {
  const proof = await run(short);
  expect(proof.failures).toEqual([]);
  expect(proof.tried).toBeGreaterThanOrEqual(short);
  expect(proof.control, "the control").toBe(true);
});
