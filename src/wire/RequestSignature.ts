import { base64 } from "@scure/base";
import { createSignature, verifySignature } from "http-message-sig";
import { err, ok, type Result } from "#base/Result.ts";
import { idBytes, idText } from "./idText.ts";

/** What of a request is signed. `pathAndQuery` begins with `/`, exactly as sent. */
export interface SignableRequest {
  readonly method: string;
  readonly pathAndQuery: string;
  readonly body: Uint8Array;
}

/** The three header fields that a signed request carries. */
export interface SignatureHeaders {
  readonly "content-digest": string;
  readonly signature: string;
  readonly "signature-input": string;
}

/** Who signed, and what makes the signature good once only. */
export interface RequestSigner {
  /** Device id, 32 bytes. */
  readonly device: Uint8Array;
  /** Seconds since 1970. */
  readonly created: number;
  /** Text of at most 64 characters. */
  readonly nonce: string;
}

const components = ["@method", "@path", "@query", "content-digest"];
const label = "sig1";
const algorithm = "ed25519";
/** No part of it is signed: only path and query are read from it. */
const anyOrigin = "http://headroom.invalid";

const digestOf = (hash: Uint8Array): string => `sha-256=:${base64.encode(hash)}:`;

const messageOf = (request: SignableRequest, headers: Partial<SignatureHeaders>) => ({
  kind: "request" as const,
  method: request.method,
  targetUri: anyOrigin + request.pathAndQuery,
  fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
});

/** Signs a request with a device's key: RFC 9421 with Content-Digest (RFC 9530) [Q1]. */
export async function signRequest(
  request: SignableRequest,
  by: RequestSigner,
  crypto: {
    readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
    readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  },
): Promise<SignatureHeaders> {
  const digest = { "content-digest": digestOf(await crypto.sha256(request.body)) };
  const { signature, signatureInput } = await createSignature(messageOf(request, digest), {
    label,
    components,
    parameters: {
      created: by.created,
      keyid: idText(by.device),
      nonce: by.nonce,
      alg: algorithm,
    },
    signer: { algorithm, sign: crypto.sign },
  });
  return { ...digest, signature, "signature-input": signatureInput };
}

/** Longer header fields than any that `signRequest` makes are not even parsed. */
const longestField = 512;

/**
 * Who signed a request, or `BadSignature`. It does not look at the clock and knows no nonces: the
 * server does, with what this returns.
 */
export async function verifyRequest(
  request: SignableRequest,
  headers: Partial<SignatureHeaders>,
  crypto: {
    readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
    readonly verify: (
      publicKey: Uint8Array,
      bytes: Uint8Array,
      signature: Uint8Array,
    ) => Promise<boolean>;
  },
): Promise<Result<RequestSigner, { readonly type: "BadSignature" }>> {
  const refused = err({ type: "BadSignature" as const });
  if (Object.values(headers).some((value) => value.length > longestField)) return refused;
  if (headers["content-digest"] !== digestOf(await crypto.sha256(request.body))) return refused;
  try {
    const { parameters } = await verifySignature(messageOf(request, headers), {
      label,
      policy: {
        algorithms: [algorithm],
        requiredComponents: components,
        requiredParameters: ["created", "keyid", "nonce"],
        now: 0,
        clockSkew: Number.MAX_SAFE_INTEGER,
      },
      resolveVerifier: ({ parameters: { keyid } }) => {
        const device = idBytes(keyid ?? "", 32);
        return {
          algorithm,
          verify: (bytes, signature) =>
            device.ok ? crypto.verify(device.value, bytes, signature) : false,
        };
      },
    });
    const device = idBytes(parameters.keyid ?? "", 32);
    const { created, nonce } = parameters;
    if (!device.ok || created === undefined || !nonce || nonce.length > 64) return refused;
    return ok({ device: device.value, created, nonce });
  } catch {
    // The library throws its reason; whoever sends a bad signature is told no more than that.
    return refused;
  }
}
