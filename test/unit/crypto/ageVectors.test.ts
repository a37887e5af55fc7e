import { createHash } from "node:crypto";
import { gunzipSync, inflateSync } from "node:zlib";
import * as vectors from "cctv-age";
import { expect, test } from "vitest";
import { openBackup } from "#crypto/backupFile.ts";

/** A vector of C2SP's CCTV: a head of `name: value` lines, an empty line, an age file. */
function parse(bytes: Uint8Array) {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const head = Buffer.from(bytes.subarray(0, end)).toString();
  const named = (name: string) =>
    [...head.matchAll(new RegExp(`^${name}: (.*)$`, "gm"))].map((match) => match[1] ?? "");
  const body = bytes.slice(end + 2);
  const [compressed] = named("compressed");
  const packed: Record<string, (packed: Uint8Array) => Uint8Array> = {
    zlib: inflateSync,
    gzip: gunzipSync,
  };
  const file = compressed ? new Uint8Array(packed[compressed]?.(body) ?? body) : body;
  return {
    expected: named("expect")[0] ?? "",
    payload: named("payload")[0],
    identities: named("identity"),
    isOther: named("armored").length > 0 || named("passphrase").length > 0,
    file,
  };
}

// Backups have one recipient and are not armoured: vectors of passphrases and armour are not for them.
// Its types say one object, its code says one export a vector.
const cases = Object.entries<Uint8Array>({ ...vectors })
  .map(([name, bytes]) => ({ name, ...parse(bytes) }))
  .filter(({ identities, isOther }) => identities.length === 1 && !isOther);

async function open(identity: string, file: Uint8Array) {
  const hash = createHash("sha256");
  const slices = async function* () {
    for (let at = 0; at < file.length; at += 1000) yield file.slice(at, at + 1000);
  };
  for await (const chunk of openBackup(identity, slices())) {
    if (!chunk.ok) return { refusal: chunk.error, digest: hash.digest("hex") };
    hash.update(chunk.value);
  }
  return { refusal: null, digest: hash.digest("hex") };
}

test("there are enough vectors, good ones and bad ones", () => {
  expect(cases.filter(({ expected }) => expected === "success").length).toBeGreaterThan(5);
  expect(cases.filter(({ expected }) => expected !== "success").length).toBeGreaterThan(30);
});

test.each(cases)("[B2] $name: $expected", async ({ expected, payload, identities, file }) => {
  const { refusal, digest } = await open(identities[0] ?? "", file);
  if (expected !== "success") return expect(refusal).not.toBe(null);
  expect(refusal).toBe(null);
  expect(digest).toBe(payload);
});
