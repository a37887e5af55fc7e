import { verify } from "#crypto/space/nobleEd25519.ts";
import { verifySignature } from "#crypto/space/SigningKey.ts";
import { ageAgrees, ageVectors } from "../../contract/crypto/ageVectors.ts";
import {
  agreeByNoble,
  agreeByWebCrypto,
  agreementDisagreements,
  chooseAgreements,
  chooseSignatures,
  rfc7748Vector,
  rfc8032Vectors,
  signatureDisagreements,
} from "../../contract/crypto/curveVectors.ts";
import {
  aeadDisagreements,
  chooseAead,
  chooseHkdf,
  gcmSpecificationVector,
  hkdfDisagreements,
  rfc5869Vector,
  spoiled,
} from "../../contract/crypto/wycheproof.ts";
import { spoiledZeroKeys, zeroKeyDisagreements, zeroKeys } from "../../contract/crypto/zeroKeys.ts";
import type { VectorsAnswer, VectorsCount } from "./VectorsAnswer.ts";

// A page that runs the contract of src/crypto's primitives wherever it is opened, and answers with counts.

const wycheproof = async (file: string): Promise<string | null> => {
  const found = await fetch(`/wycheproof/${file}`);
  return found.ok ? found.text() : null;
};

/** PKCS #8 of a key of this curve (RFC 8410), which may begin with a zero. */
const pkcs8 = (curve: number, first: number) =>
  Uint8Array.of(
    ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, curve, 0x04, 0x22, 0x04],
    ...[0x20, first, ...new Uint8Array(31).fill(1)],
  );

/** Whether this engine takes a key of a curve; where it does not, the app takes @noble/curves. */
const takes = (name: "Ed25519" | "X25519", first: number) => {
  const use = name === "Ed25519" ? "sign" : "deriveBits";
  const key = pkcs8(name === "Ed25519" ? 0x70 : 0x6e, first);
  return crypto.subtle.importKey("pkcs8", key, name, false, [use]).then(
    () => true,
    () => false,
  );
};

/** What this engine lacks that the app has to bring. */
async function lacking(): Promise<readonly string[]> {
  const lacks: string[] = [];
  for (const name of ["Ed25519", "X25519"] as const) {
    if (!(await takes(name, 1))) lacks.push(`no ${name}`);
    else if (!(await takes(name, 0))) lacks.push(`no ${name} keys that begin with a zero`);
  }
  return lacks;
}

async function count<Vector>(
  name: string,
  vectors: readonly Vector[],
  disagreements: (vectors: readonly Vector[]) => Promise<readonly (number | string)[]>,
  control: readonly Vector[],
): Promise<VectorsCount> {
  const disagree = await disagreements(vectors);
  const noticed = (await disagreements(control)).length;
  return { name, tried: vectors.length, disagree, control: noticed === control.length };
}

const ageDisagreements = async (vectors: typeof ageVectors) => {
  const wrong: string[] = [];
  for (const vector of vectors) if (!(await ageAgrees(vector))) wrong.push(vector.name);
  return wrong;
};

async function runVectors(): Promise<VectorsAnswer> {
  const [gcm, hkdf, ed25519, x25519] = await Promise.all(
    ["aes_gcm", "hkdf_sha256", "ed25519", "x25519"].map((name) => wycheproof(`${name}_test.json`)),
  );
  const lacks = await lacking();
  const signatures = [...rfc8032Vectors, ...(ed25519 ? chooseSignatures(ed25519) : [])];
  const agreements = [rfc7748Vector, ...(x25519 ? chooseAgreements(x25519) : [])];
  const wrongSignature = rfc8032Vectors.map((vector) => ({
    ...vector,
    result: vector.result === "valid" ? ("invalid" as const) : ("valid" as const),
  }));
  const wrongAgreement = [{ ...rfc7748Vector, shared: `5${rfc7748Vector.shared.slice(1)}` }];
  const wrongAge = ageVectors.map((vector) => ({
    ...vector,
    expected: vector.expected === "success" ? "header failure" : "success",
  }));
  const counts: VectorsCount[] = [];
  const aead = [gcmSpecificationVector, ...(gcm ? chooseAead(gcm).run : [])];
  counts.push(await count("AES-GCM", aead, aeadDisagreements, [spoiled.aead]));
  const derived = [rfc5869Vector, ...(hkdf ? chooseHkdf(hkdf).run : [])];
  counts.push(await count("HKDF", derived, hkdfDisagreements, [spoiled.hkdf]));
  for (const [name, judge] of [
    // With its own curve where there is one, and else as the app does without.
    ["Ed25519", verifySignature],
    ["Ed25519 by @noble/curves", verify],
  ] as const)
    counts.push(
      await count(name, signatures, (some) => signatureDisagreements(some, judge), wrongSignature),
    );
  for (const [name, agree] of [
    // As HPKE's library asks for it: by WebCrypto only where it takes every key.
    ...(lacks.some((what) => what.includes("X25519"))
      ? []
      : [["X25519", agreeByWebCrypto] as const]),
    ["X25519 by @noble/curves", agreeByNoble] as const,
  ])
    counts.push(
      await count(name, agreements, (some) => agreementDisagreements(some, agree), wrongAgreement),
    );
  counts.push(
    await count("keys with zeros at their ends", zeroKeys, zeroKeyDisagreements, spoiledZeroKeys),
  );
  counts.push(await count("age", ageVectors, ageDisagreements, wrongAge));
  return { hasFiles: gcm !== null, lacks, counts };
}

const shown = document.createElement("pre");
document.body.append(shown);
runVectors().then(
  (answer) => {
    shown.textContent = JSON.stringify(answer);
    shown.id = "answer";
  },
  (fault: unknown) => {
    shown.textContent = fault instanceof Error ? `${fault.message}\n${fault.stack}` : String(fault);
    shown.id = "fault";
  },
);
