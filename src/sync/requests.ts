import type { Clock } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { type Refusal, readRefusal } from "#wire/Refusal.ts";
import { signRequest } from "#wire/RequestSignature.ts";
import type { Transport, Unreachable } from "./ports/Transport.ts";
import type { NewerVersion } from "./RowPayload.ts";

/** Why a request did not do what it was for. */
export type ServerFailure =
  | Unreachable
  | { readonly type: "Refused"; readonly refusal: Refusal }
  /** What answered does not speak this protocol: a proxy, a captive portal, another site. */
  | { readonly type: "NotAServer" }
  /** It has what only a later version of this app reads. */
  | NewerVersion;

/** Requests of one device in one space to its server [Q1]. */
export interface Requests {
  /** Signed; gives the bytes of the answer. */
  readonly send: (
    method: string,
    path: string,
    body?: Uint8Array,
  ) => Promise<Result<Uint8Array, ServerFailure>>;
  /** Signed; frames out and in. */
  readonly exchange: (
    method: string,
    path: string,
    ...frames: readonly Frame[]
  ) => Promise<Result<readonly Frame[], ServerFailure>>;
  readonly live: Transport["live"];
  /** Milliseconds that the server's clock is ahead of this device's, where that matters; else 0. */
  readonly clockOff: () => number;
}

/** What requests are made with. */
interface RequestParts {
  readonly transport: Transport;
  readonly device: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly clock: Clock;
  readonly random: Random;
}

/** All routes stand under this. */
export const routeStart = "/sync/v1";
const nothing = new Uint8Array(0);

/** The answer's bytes, or why there are none. */
export async function sendOrder(
  transport: Transport,
  order: Parameters<Transport["send"]>[0],
): Promise<Result<Uint8Array, ServerFailure>> {
  const answered = await transport.send(order);
  if (!answered.ok) return answered;
  const { status, body } = answered.value;
  if (status >= 200 && status < 300) return ok(body);
  const refusal = readRefusal(new TextDecoder().decode(body));
  return refusal.ok
    ? err({ type: "Refused", refusal: refusal.value })
    : err(status >= 500 ? { type: "Unreachable" } : { type: "NotAServer" });
}

/** The frames in an answer. */
export function framesIn(
  body: Result<Uint8Array, ServerFailure>,
): Result<readonly Frame[], ServerFailure> {
  if (!body.ok) return body;
  const frames = decodeFrames(body.value);
  return frames.ok ? frames : err({ type: "NotAServer" });
}

/** Requests that sign themselves; one whose clock the server corrects is signed again at once. */
export function createRequests(parts: RequestParts): Requests {
  let offset = 0;
  let isTold = false;

  const once = async (method: string, path: string, body: Uint8Array) => {
    const pathAndQuery = routeStart + path;
    const created = Math.floor((parts.clock.now() + offset) / 1000);
    const headers = await signRequest(
      { method, pathAndQuery, body },
      { device: parts.device, created, nonce: newId(parts.random) },
      parts,
    );
    return sendOrder(parts.transport, {
      method,
      path: pathAndQuery,
      headers: { ...headers },
      body,
    });
  };
  const send: Requests["send"] = async (method, path, body = nothing) => {
    const first = await once(method, path, body);
    if (first.ok || first.error.type !== "Refused") return first;
    const { refusal } = first.error;
    if (refusal.type !== "ClockOff" && refusal.type !== "SignAgain") return first;
    offset = refusal.now * 1000 - parts.clock.now();
    if (refusal.type === "ClockOff") isTold = true;
    return once(method, path, body);
  };
  return {
    send,
    exchange: async (method, path, ...frames) =>
      framesIn(await send(method, path, frames.length > 0 ? encodeFrames(...frames) : nothing)),
    live: (path, listener) => parts.transport.live(routeStart + path, listener),
    clockOff: () => (isTold ? offset : 0),
  };
}
