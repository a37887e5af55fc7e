import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Refusal } from "#wire/Refusal.ts";
import {
  type SignableRequest,
  type SignatureHeaders,
  verifyRequest,
} from "#wire/RequestSignature.ts";
import { nodeCrypto, sha256 } from "./nodeCrypto.ts";
import type { Surroundings } from "./Surroundings.ts";

const skew = limits.clockSkewSeconds;

/**
 * Which device signed a request [Q1]: the signature is right, its time is near, its nonce is new, and
 * the device does not ask too often. Bad signatures cost the address they come from.
 */
export async function identify(
  request: SignableRequest,
  headers: Partial<SignatureHeaders>,
  address: string,
  around: Surroundings,
): Promise<Result<Uint8Array, Refusal>> {
  const now = around.now();
  const seconds = Math.floor(now / 1000);
  const wait = around.addresses.look(address, now);
  if (wait > 0) return err({ type: "TooMany", after: wait });
  const signed = await verifyRequest(request, headers, nodeCrypto);
  if (!signed.ok) {
    around.addresses.spend(address, now);
    return signed;
  }
  const { device, created, nonce } = signed.value;
  if (Math.abs(created - seconds) > skew) return err({ type: "ClockOff", now: seconds });
  const startedAt = Math.floor(around.startedAt / 1000);
  if (!around.store.remembersNonces && created < startedAt) {
    return err({ type: "SignAgain", now: seconds });
  }
  const tooMany = around.devices.spend(idText(device), now);
  if (tooMany > 0) return err({ type: "TooMany", after: tooMany });
  const once = sha256(Buffer.concat([device, Buffer.from(nonce)]));
  const isNew = await around.store.spendNonce(once, now + 2 * skew * 1000);
  return isNew ? ok(device) : err({ type: "BadSignature" });
}
