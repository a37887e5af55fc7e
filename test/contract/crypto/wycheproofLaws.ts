import { describe, expect, test } from "vitest";
import {
  aeadDisagreements,
  chooseAead,
  chooseHkdf,
  gcmSpecificationVector,
  hkdfDisagreements,
  rfc5869Vector,
  spoiled,
} from "./wycheproof.ts";

/**
 * The laws of the primitives, for any place that runs them. `read` gives a file of
 * `../shared/data/hostile/wycheproof`, or null where the files are not on this machine.
 */
export function wycheproofLaws(read: (file: string) => Promise<string | null>): void {
  describe("primitives", () => {
    test("AES-GCM and HKDF give what their specifications give", async () => {
      expect(await aeadDisagreements([gcmSpecificationVector])).toEqual([]);
      expect(await hkdfDisagreements([rfc5869Vector])).toEqual([]);
    });

    test("control: a vector with one wrong bit is noticed", async () => {
      expect(await aeadDisagreements([spoiled.aead])).toEqual([gcmSpecificationVector.tcId]);
      expect(await hkdfDisagreements([spoiled.hkdf])).toEqual([rfc5869Vector.tcId]);
    });

    test("AES-GCM agrees with every Wycheproof vector of our sizes", async ({ annotate }) => {
      const text = await read("aes_gcm_test.json");
      if (text === null) return annotate("Wycheproof is not on this machine: one vector was run");
      const { run, otherSizes } = chooseAead(text);
      await annotate(`${run.length} vectors run, ${otherSizes} have sizes Headroom does not use`);
      expect(run.length).toBeGreaterThan(100);
      expect(await aeadDisagreements(run)).toEqual([]);
    });

    test("HKDF-SHA-256 agrees with every Wycheproof vector", async ({ annotate }) => {
      const text = await read("hkdf_sha256_test.json");
      if (text === null) return annotate("Wycheproof is not on this machine: one vector was run");
      const { run } = chooseHkdf(text);
      await annotate(`${run.length} vectors run`);
      expect(run.length).toBeGreaterThan(50);
      expect(await hkdfDisagreements(run)).toEqual([]);
    });
  });
}
