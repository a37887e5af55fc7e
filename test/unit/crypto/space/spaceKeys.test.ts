import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createEpochSealer,
  newEpochKey,
  openOlderKey,
  sealOlderKey,
  unwrapEpochKey,
  wrapEpochKey,
} from "#crypto/space/EpochKey.ts";
import {
  answerMac,
  fetchToken,
  invitationFragment,
  isAnswerMac,
  newInvitation,
  openPaper,
  readInvitationFragment,
  sealPaper,
  sixWords,
} from "#crypto/space/invitation.ts";
import { createSigner, newSigningKey, verifySignature } from "#crypto/space/SigningKey.ts";
import { newSealingKeys } from "#crypto/space/sealTo.ts";

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
const space = random.bytes(16);
const words = new TextEncoder().encode("The drug round starts late on bank holidays.");

async function newDevice() {
  const [signing, sealing] = await Promise.all([newSigningKey(random), newSealingKeys(random)]);
  return { signing, sealing, keys: { signing: signing.publicKey, sealing: sealing.publicKey } };
}

/** The bytes with one bit turned. */
const turned = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
};

describe("[G2] [G3] what a space seals", () => {
  it("opens as what it was, for the device and under the names it was sealed with, and nothing else", async () => {
    const key = newEpochKey(3, random);
    const sealer = createEpochSealer(space, key, random);
    const [device, other] = [random.bytes(32), random.bytes(32)];
    const naming = [random.bytes(16), 7];
    const sealed = await sealer.seal("row", device, naming, words);
    expect(await sealer.open("row", device, naming, sealed)).toEqual({ ok: true, value: words });
    const refused = await Promise.all([
      sealer.open("row", other, naming, sealed),
      sealer.open("segment", device, naming, sealed),
      sealer.open("row", device, [naming[0] ?? 0, 8], sealed),
      createEpochSealer(random.bytes(16), key, random).open("row", device, naming, sealed),
      createEpochSealer(space, newEpochKey(3, random), random).open("row", device, naming, sealed),
      createEpochSealer(space, { ...key, epoch: 4 }, random).open("row", device, naming, sealed),
    ]);
    expect(refused.map(({ ok }) => ok)).toEqual(refused.map(() => false));
  });

  it("does not open once any bit of it is turned", async () => {
    const sealer = createEpochSealer(space, newEpochKey(1, random), random);
    const device = random.bytes(32);
    const sealed = await sealer.seal("row", device, [], words);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        expect((await sealer.open("row", device, [], turned(sealed, bit))).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("[G5] [G6] epoch keys", () => {
  it("reach the device they are wrapped for, in that space and epoch, and no other", async () => {
    const [device, other] = [await newDevice(), await newDevice()];
    const key = newEpochKey(2, random);
    const wrapped = await wrapEpochKey(key, space, device.keys);
    const me = { signing: device.keys.signing, secretKey: device.sealing.secretKey };
    expect(await unwrapEpochKey(wrapped, space, 2, me)).toEqual({ ok: true, value: key });
    const refused = await Promise.all([
      unwrapEpochKey(wrapped, space, 3, me),
      unwrapEpochKey(wrapped, random.bytes(16), 2, me),
      unwrapEpochKey(wrapped, space, 2, { ...me, secretKey: other.sealing.secretKey }),
      unwrapEpochKey(wrapped, space, 2, { ...me, signing: other.keys.signing }),
      unwrapEpochKey(wrapped.slice(0, 20), space, 2, me),
    ]);
    expect(refused.map(({ ok }) => ok)).toEqual(refused.map(() => false));
  });

  it("lead back: the older key opens under the newer", async () => {
    const [older, newer] = [newEpochKey(1, random), newEpochKey(2, random)];
    const sealer = createEpochSealer(space, newer, random);
    const sealed = await sealOlderKey(sealer, older);
    expect(await openOlderKey(sealer, 1, sealed)).toEqual({ ok: true, value: older });
    expect((await openOlderKey(sealer, 2, sealed)).ok).toBe(false);
  });
});

describe("[G1] signatures", () => {
  it("hold for what was signed, and for nothing one bit away from it", async () => {
    const key = await newSigningKey(random);
    const sign = createSigner(key);
    const signature = await sign(words);
    expect(await verifySignature(key.publicKey, words, signature)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat(511), fc.constantFrom(0, 1, 2), async (bit, which) => {
        const [k, w, s] = [key.publicKey, words, signature].map((bytes, at) =>
          at === which ? turned(bytes, bit) : bytes,
        );
        if (k && w && s) expect(await verifySignature(k, w, s)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("are the same by WebCrypto and by @noble/curves", async () => {
    const noble = await import("#crypto/space/nobleEd25519.ts");
    const key = await newSigningKey(random);
    expect(noble.publicKeyOf(key.seed)).toEqual(key.publicKey);
    const signature = await createSigner(key)(words);
    expect(noble.sign(key.seed, words)).toEqual(signature);
    expect(noble.verify(key.publicKey, words, signature)).toBe(true);
  });
});

describe("[J1] [J2] [J3] [J4] [G7] invitations", () => {
  it("a link reads as what was written, and a mistyped, cut or newer one says so", () => {
    for (const kind of ["team", "own"] as const) {
      const link = { ...newInvitation(random), kind };
      const fragment = invitationFragment(link);
      expect(readInvitationFragment(`#${fragment}`)).toEqual({ ok: true, value: link });
      for (const cut of ["", "#", "v1", fragment.slice(0, -4), `${fragment}.x`, `${fragment}!`]) {
        expect(readInvitationFragment(cut)).toEqual({ ok: false, error: "malformed" });
      }
      expect(readInvitationFragment(fragment.replace(/v[12]/, "v3"))).toEqual({
        ok: false,
        error: "newer",
      });
    }
  });

  it("a link of a team reads as ever, and one of a device of one's own is newer to an app that knows teams only", () => {
    const secret = newInvitation(random);
    const [team, own] = (["team", "own"] as const).map((kind) =>
      invitationFragment({ ...secret, kind }),
    );
    expect(team).toMatch(/^v1\.[\w-]{22}\.[\w-]{43}$/);
    expect(own).toBe(team?.replace(/^v1/, "v2.own"));
    expect(readInvitationFragment(own?.replace("own", "any") ?? "")).toEqual({
      ok: false,
      error: "newer",
    });
  });

  it("the letter opens with the secret only; the answer is not mistaken for the letter", async () => {
    const invitation = newInvitation(random);
    const letter = await sealPaper("invitation letter", invitation, words, random);
    expect(await openPaper("invitation letter", invitation, letter)).toEqual(words);
    expect(await openPaper("invitation answer", invitation, letter)).toBeNull();
    expect(await openPaper("invitation letter", newInvitation(random), letter)).toBeNull();
    expect((await fetchToken(invitation)).length).toBe(32);
  });

  it("[G8] a MAC binds the joiner's keys to the invitation, and six words both keys to each other", async () => {
    const [facilitator, joiner, other] = [await newDevice(), await newDevice(), await newDevice()];
    const invitation = newInvitation(random);
    const mac = await answerMac(invitation, joiner.keys);
    expect(await isAnswerMac(invitation, joiner.keys, mac)).toBe(true);
    expect(await isAnswerMac(invitation, other.keys, mac)).toBe(false);
    expect(await isAnswerMac(newInvitation(random), joiner.keys, mac)).toBe(false);
    const said = await sixWords(space, facilitator.keys, joiner.keys);
    expect(said).toHaveLength(6);
    expect(said.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
    expect(await sixWords(space, facilitator.keys, joiner.keys)).toEqual(said);
    expect(await sixWords(space, facilitator.keys, other.keys)).not.toEqual(said);
  });
});
