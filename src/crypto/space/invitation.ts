import { base64urlnopad } from "@scure/base";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { encodeFields } from "#wire/encodeFields.ts";
import { invitationStart, kindOfFragment } from "#wire/invitationStart.ts";
import type { SpaceKind } from "#wire/MembershipEntry.ts";
import { deriveCommittedKey } from "../CommittedKey.ts";
import { createEnvelope, openEnvelope, sealEnvelope } from "../envelope.ts";
import { hkdfBytes, importSecret } from "../hkdf.ts";
import { pad, paddedLength, unpad } from "../padding.ts";
import { headerLength } from "../SealedHeader.ts";
import { ownBytes, sha256 } from "./ownBytes.ts";

/** What opens an invitation: 16 and 32 bytes. */
export interface InvitationSecret {
  readonly invitation: Uint8Array;
  readonly secret: Uint8Array;
}

/** What a link carries in its fragment [J1]: the secret, and what it says that one comes into. */
export interface InvitationLink extends InvitationSecret {
  readonly kind: SpaceKind;
}

/** Public keys of a device. */
interface Keys {
  readonly signing: Uint8Array;
  readonly sealing: Uint8Array;
}

const idLength = 16;
const secretLength = 32;
/** What AES-GCM adds. */
const tagLength = 16;
const noSalt = new Uint8Array(0);
/** Invitations know no epochs; the header has a place for one. */
const noEpoch = 0;

/** A fresh invitation. */
export const newInvitation = (random: Random): InvitationSecret => ({
  invitation: random.bytes(idLength),
  secret: random.bytes(secretLength),
});

/** The fragment of a link, without its `#` [J1]. */
export const invitationFragment = ({ kind, invitation, secret }: InvitationLink): string =>
  `${invitationStart[kind]}${base64urlnopad.encode(invitation)}.${base64urlnopad.encode(secret)}`;

/** Reads a fragment. `newer`: made by a later version of the app. */
export function readInvitationFragment(
  fragment: string,
): Result<InvitationLink, "newer" | "malformed"> {
  const text = fragment.replace(/^#/, "").trim();
  const kind = kindOfFragment(text);
  const start = invitationStart[kind];
  if (!text.startsWith(start)) return err(/^v\d+\./.test(text) ? "newer" : "malformed");
  const [id, secret, ...more] = text.slice(start.length).split(".");
  try {
    const read = {
      kind,
      invitation: base64urlnopad.decode(id ?? ""),
      secret: base64urlnopad.decode(secret ?? ""),
    };
    const whole =
      read.invitation.length === idLength &&
      read.secret.length === secretLength &&
      more.length === 0;
    return whole ? ok(read) : err("malformed");
  } catch {
    return err("malformed");
  }
}

const info = (purpose: string, invitation: Uint8Array) =>
  encodeFields(["headroom v1", purpose, invitation]);

/** What fetches the letter: the server keeps only its hash [J2]. */
export async function fetchToken({ invitation, secret }: InvitationSecret): Promise<Uint8Array> {
  const material = await importSecret(ownBytes(secret));
  return hkdfBytes(material, noSalt, info("invitation fetch token", invitation), 32);
}

async function envelopeFor(purpose: string, { invitation, secret }: InvitationSecret) {
  const key = await deriveCommittedKey(ownBytes(secret), noSalt, purpose, [invitation]);
  const envelope = createEnvelope(key, noEpoch);
  return { envelope, data: encodeFields([envelope.head, purpose, invitation]) };
}

/** What is sealed under a secret that travels in a link or is told in words: each purpose has its keys. */
export type InvitationPaper =
  | "invitation letter"
  | "invitation answer"
  | "voice page"
  | "proposal file";

/** Whether sealed paper can be this many bytes long: if not, it was cut off, whatever opens it. */
export function isPaperLength(length: number): boolean {
  const padded = length - headerLength - tagLength;
  return padded > 0 && paddedLength(padded - 1) === padded;
}

/** Seals a letter or an answer under an invitation's secret [J2] [J3]. */
export async function sealPaper(
  paper: InvitationPaper,
  secret: InvitationSecret,
  plaintext: Uint8Array,
  random: Random,
): Promise<Uint8Array> {
  const { envelope, data } = await envelopeFor(paper, secret);
  return sealEnvelope(envelope, data, pad(plaintext), random);
}

/** The letter or answer again; null where it is another one, or changed. */
export async function openPaper(
  paper: InvitationPaper,
  secret: InvitationSecret,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const { envelope, data } = await envelopeFor(paper, secret);
  const opened = await openEnvelope(envelope, data, sealed);
  return opened.ok ? unpad(opened.value) : null;
}

const macKey = async ({ invitation, secret }: InvitationSecret, usage: "sign" | "verify") => {
  const material = await importSecret(ownBytes(secret));
  const bytes = await hkdfBytes(material, noSalt, info("invitation answer mac", invitation), 32);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [usage]);
};

/** What binds a joiner's keys to the invitation [J3]: signed by the keys themselves, and under the MAC. */
export const answerSigned = (invitation: Uint8Array, keys: Keys): Uint8Array<ArrayBuffer> =>
  encodeFields(["headroom answer v1", invitation, keys.signing, keys.sealing]);

/** HMAC-SHA-256 under the invitation's secret of a joiner's keys. */
export const answerMac = async (secret: InvitationSecret, keys: Keys): Promise<Uint8Array> =>
  new Uint8Array(
    await crypto.subtle.sign(
      "HMAC",
      await macKey(secret, "sign"),
      answerSigned(secret.invitation, keys),
    ),
  );

/** Whether a MAC is that of these keys under this invitation. */
export const isAnswerMac = async (
  secret: InvitationSecret,
  keys: Keys,
  mac: Uint8Array,
): Promise<boolean> =>
  crypto.subtle.verify(
    "HMAC",
    await macKey(secret, "verify"),
    ownBytes(mac),
    answerSigned(secret.invitation, keys),
  );

/**
 * Six words that both sides see [J4]: 66 bits of a hash of who both are. Whoever put other keys in
 * between would have to find keys that give the same words.
 */
export async function sixWords(
  space: Uint8Array,
  facilitator: Keys,
  joiner: Keys,
): Promise<readonly string[]> {
  const { wordlist } = await import("../bip39.ts");
  const hash = await sha256(
    encodeFields([
      "headroom six words",
      space,
      facilitator.signing,
      facilitator.sealing,
      joiner.signing,
      joiner.sealing,
    ]),
  );
  let bits = 0n;
  for (const byte of hash.subarray(0, 9)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 6 }, (_, at) => {
    const index = Number((bits >> BigInt(72 - 11 * (at + 1))) & 2047n);
    return wordlist[index] ?? "";
  });
}
