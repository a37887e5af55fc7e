import { x25519 } from "@noble/curves/ed25519.js";
import { base64urlnopad } from "@scure/base";

// Where WebCrypto has no X25519 (Chromium before 133, Safari before 17, Firefox before 130): the same, slower.

/** A key as HPKE's library handles it: opaque to it, like a `CryptoKey`. */
interface CurveKey {
  readonly type: "public" | "private";
  readonly bytes: Uint8Array;
}

/** PKCS #8 of an X25519 key (RFC 8410) ends with its 32 bytes. */
const keyLength = 32;

const publicOf = ({ type, bytes }: CurveKey): Uint8Array =>
  type === "public" ? bytes : x25519.getPublicKey(bytes);

function imported(format: string, data: ArrayBuffer | Uint8Array | JsonWebKey): CurveKey {
  if (format === "jwk") {
    const { d, x } = data as JsonWebKey;
    return d === undefined
      ? { type: "public", bytes: base64urlnopad.decode(x ?? "") }
      : { type: "private", bytes: base64urlnopad.decode(d) };
  }
  const bytes = new Uint8Array(data as ArrayBuffer);
  return format === "pkcs8"
    ? { type: "private", bytes: bytes.slice(-keyLength) }
    : { type: "public", bytes };
}

/** What of `SubtleCrypto` HPKE's library asks for with X25519, by @noble/curves. */
export const nobleX25519 = {
  importKey: async (format: string, data: ArrayBuffer | Uint8Array | JsonWebKey) =>
    imported(format, data),
  exportKey: async (format: string, key: CurveKey) => {
    if (format === "raw") return new Uint8Array(key.bytes).buffer;
    const { bytes, type } = key;
    const secret = type === "private" ? { d: base64urlnopad.encode(bytes) } : {};
    return { kty: "OKP", crv: "X25519", x: base64urlnopad.encode(publicOf(key)), ...secret };
  },
  generateKey: async () => {
    const { secretKey, publicKey } = x25519.keygen();
    return {
      privateKey: { type: "private", bytes: secretKey },
      publicKey: { type: "public", bytes: publicKey },
    };
  },
  deriveBits: async (with_: { readonly public: CurveKey }, key: CurveKey) =>
    new Uint8Array(x25519.getSharedSecret(key.bytes, with_.public.bytes)).buffer,
};
