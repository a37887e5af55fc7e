import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Refusal } from "#wire/Refusal.ts";
import {
  type RequestSigner,
  type SignableRequest,
  type SignatureHeaders,
  verifyRequest,
} from "#wire/RequestSignature.ts";
import { nodeCrypto, sha256 } from "./nodeCrypto.ts";
import type { Surroundings } from "./Surroundings.ts";

const skew = limits.clockSkewSeconds;

/**
 * Which device signed a request [Q1]: the signature is right and its time is near. It keeps nothing
 * and looks at nobody's rate, so that whatever else comes from an address, its members are known.
 */
export async function identify(
  request: SignableRequest,
  headers: Partial<SignatureHeaders>,
  around: Pick<Surroundings, "now" | "startedAt" | "store">,
): Promise<Result<RequestSigner, Refusal>> {
  const signed = await verifyRequest(request, headers, nodeCrypto);
  if (!signed.ok) return signed;
  const { created } = signed.value;
  const seconds = Math.floor(around.now() / 1000);
  if (Math.abs(created - seconds) > skew) return err({ type: "ClockOff", now: seconds });
  const startedAt = Math.floor(around.startedAt / 1000);
  if (!around.store.remembersNonces && created < startedAt) {
    return err({ type: "SignAgain", now: seconds });
  }
  return signed;
}

/** Lets a request count, once: its device does not ask too often, and its nonce is new [Q1]. */
export async function countOnce(
  { device, nonce }: RequestSigner,
  around: Pick<Surroundings, "now" | "devices" | "store">,
): Promise<Result<null, Refusal>> {
  const now = around.now();
  const wait = around.devices.spend(idText(device), now);
  if (wait > 0) return err({ type: "TooMany", after: wait });
  const once = sha256(Buffer.concat([device, Buffer.from(nonce)]));
  const isNew = await around.store.spendNonce(once, now + 2 * skew * 1000);
  return isNew ? ok(null) : err({ type: "BadSignature" });
}
