import { afterEach, expect, it, vi } from "vitest";
import { seededRandom } from "../seededRandom.ts";

type Asked = (...of: unknown[]) => Promise<unknown>;

/** WebCrypto as browsers have it that know no X25519. */
function takeAway(): void {
  const refuse = () => Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"));
  const isX = (algorithm: unknown) =>
    algorithm === "X25519" || (algorithm as { name?: string } | null)?.name === "X25519";
  const subtle: Record<"generateKey" | "importKey" | "deriveBits", Asked> = crypto.subtle as never;
  for (const [name, at] of [
    ["generateKey", 0],
    ["importKey", 2],
    ["deriveBits", 0],
  ] as const) {
    const real = subtle[name].bind(crypto.subtle);
    vi.spyOn(subtle, name).mockImplementation((...of: unknown[]) =>
      isX(of[at]) ? refuse() : real(...of),
    );
  }
}
const fresh = async () => {
  vi.resetModules();
  return import("#crypto/space/sealTo.ts");
};
afterEach(() => vi.restoreAllMocks());

const info = new TextEncoder().encode("headroom voice v1");
const words = new TextEncoder().encode("Nobody told us when.");

it("[G1, G4] a browser without X25519 makes the same keys, opens what others seal, and seals for them", async () => {
  const native = await fresh();
  const mine = await native.newSealingKeys(seededRandom(7));
  const sealed = await native.sealTo(mine.publicKey, info, words);

  takeAway();
  await expect(
    crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]),
  ).rejects.toThrow();
  await expect(native.sealTo(mine.publicKey, info, words)).rejects.toThrow();
  const old = await fresh();
  expect(await old.newSealingKeys(seededRandom(7))).toEqual(mine);
  expect(await old.openSealedTo(mine.secretKey, info, sealed)).toEqual({ ok: true, value: words });
  const damaged = sealed.with(40, (sealed[40] ?? 0) ^ 1) as Uint8Array;
  expect(await old.openSealedTo(mine.secretKey, info, damaged)).toEqual({
    ok: false,
    error: { type: "NotForUs" },
  });
  const theirs = await old.sealTo(mine.publicKey, info, words);
  // A point of low order gives everybody the same secret: refused, as WebCrypto refuses it.
  await expect(old.sealTo(new Uint8Array(32), info, words)).rejects.toThrow();

  vi.restoreAllMocks();
  const again = await fresh();
  expect(await again.openSealedTo(mine.secretKey, info, theirs)).toEqual({
    ok: true,
    value: words,
  });
});

/** WebCrypto as WebKitGTK 2.50 has it: secret keys that begin with a zero are no keys. */
function refuseZeroFirst(): void {
  const subtle: Record<"importKey", Asked> = crypto.subtle as never;
  const real = subtle.importKey.bind(crypto.subtle);
  const keyAt = 16;
  vi.spyOn(subtle, "importKey").mockImplementation((...of: unknown[]) =>
    of[0] === "pkcs8" && (of[1] as Uint8Array)[keyAt] === 0
      ? Promise.reject(new DOMException("Data does not meet requirements.", "DataError"))
      : real(...of),
  );
}

it("[G1, G4] a browser that refuses keys beginning with a zero signs and opens with them all the same", async () => {
  vi.resetModules();
  refuseZeroFirst();
  const { spoiledZeroKeys, zeroKeyDisagreements, zeroKeys } = await import(
    "../../../contract/crypto/zeroKeys.ts"
  );
  expect(await zeroKeyDisagreements(zeroKeys)).toEqual([]);
  expect(await zeroKeyDisagreements(spoiledZeroKeys)).toHaveLength(zeroKeys.length);
});
