import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { verify } from "#crypto/space/nobleEd25519.ts";
import { verifySignature } from "#crypto/space/SigningKey.ts";
import {
  agreeByNoble,
  agreeByWebCrypto,
  agreementDisagreements,
  chooseAgreements,
  chooseSignatures,
  rfc7748Vector,
  rfc8032Vectors,
  signatureDisagreements,
} from "../../../contract/crypto/curveVectors.ts";
import {
  spoiledZeroKeys,
  zeroKeyDisagreements,
  zeroKeys,
} from "../../../contract/crypto/zeroKeys.ts";

/** Where the vectors of Project Wycheproof are not there, those of the RFCs are used alone. */
function vectorsOf<Vector>(
  file: string,
  choose: (text: string) => readonly Vector[],
  own: readonly Vector[],
): readonly Vector[] {
  const path = `../shared/data/hostile/wycheproof/${file}`;
  return existsSync(path) ? [...own, ...choose(readFileSync(path, "utf8"))] : own;
}
const signatures = vectorsOf("ed25519_test.json", chooseSignatures, rfc8032Vectors);
const agreements = vectorsOf("x25519_test.json", chooseAgreements, [rfc7748Vector]);

describe("[G1] Ed25519 judges every Wycheproof vector as its authors do", () => {
  it.each([
    ["by WebCrypto", verifySignature],
    ["by @noble/curves", verify],
  ])("%s", async (_name, judge) => {
    expect(await signatureDisagreements(signatures, judge)).toEqual([]);
    expect(signatures.length).toBeGreaterThan(1);
  });
});

describe("[G4] X25519 agrees with every Wycheproof vector", () => {
  it.each([
    ["by WebCrypto", agreeByWebCrypto],
    ["by @noble/curves", agreeByNoble],
  ])("%s", async (_name, agree) => {
    expect(await agreementDisagreements(agreements, agree)).toEqual([]);
  });
});

test("[G1, G4] keys with zeros at their ends sign, seal and open as @noble/curves does", async () => {
  expect(await zeroKeyDisagreements(zeroKeys)).toEqual([]);
  expect(await zeroKeyDisagreements(spoiledZeroKeys)).toHaveLength(zeroKeys.length);
});

test("control: a vector with one wrong bit is noticed", async () => {
  const [right] = rfc8032Vectors;
  if (!right) throw new Error("there is one");
  const spoiled = { ...right, sig: `8${right.sig.slice(1)}` };
  for (const judge of [verify, verifySignature])
    expect(await signatureDisagreements([spoiled], judge)).toEqual([-1]);
  const other = { ...rfc7748Vector, shared: `5${rfc7748Vector.shared.slice(1)}` };
  for (const agree of [agreeByNoble, agreeByWebCrypto])
    expect(await agreementDisagreements([other], agree)).toEqual([-1]);
});
