import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import type { Malformed } from "./ByteSource.ts";

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bare = <const Type extends string>(type: Type) => v.object({ type: v.literal(type) });

/**
 * Why a server refuses a request or a message: a type and facts, never a word of what was sent [Q3].
 * It is the JSON body of an answer of 400 and above, and the details of a `REFUSED` frame.
 */
export const refusalSchema = v.variant("type", [
  /** 400: not frames, or not the frame wanted here; an id that is none. */
  bare("Malformed"),
  /** 401: no signature, one that is not right, a used nonce, or a body that is not the signed one. */
  bare("BadSignature"),
  /** 401: the signature's time is more than 300 s off. `now`: server's time, seconds since 1970 [Q1]. */
  v.object({ type: v.literal("ClockOff"), now: whole }),
  /** 401: signed before this server started, so it cannot know whether it was used; sign again at `now`. */
  v.object({ type: v.literal("SignAgain"), now: whole }),
  /** 403: the device is not a member, or not any more [M4]. */
  bare("NotMember"),
  /** 403: only a facilitator may. */
  bare("NotFacilitator"),
  /** 404: no such space, invitation, box, segment or snapshot. */
  bare("NotFound"),
  /** 409: the membership log has moved on to `number` [M3]. */
  v.object({ type: v.literal("Moved"), number: whole }),
  /** 409: an entry that may not stand; `reason` is the type of a `MembershipRefusal`. */
  v.object({ type: v.literal("Refused"), reason: v.string() }),
  /** 409: another log or an older snapshot: read the level again. */
  bare("OtherLog"),
  /** 409: another device is making a snapshot; `until` in seconds since 1970. */
  v.object({ type: v.literal("LeaseTaken"), until: whole }),
  /** 409: the same id was used for something else. */
  bare("Taken"),
  /** 410: the space was closed and deleted. */
  bare("Gone"),
  /** 410: the invitation was used. */
  bare("Used"),
  /** 410: the invitation is too old. */
  bare("Expired"),
  /** 413 */
  v.object({ type: v.literal("TooBig"), most: whole }),
  /** 426: the protocol version is not spoken here; `version` is. */
  v.object({ type: v.literal("OtherVersion"), version: whole }),
  /** 429: too often; try again after so many seconds. */
  v.object({ type: v.literal("TooMany"), after: whole }),
  /** 507: what a space may keep here is used up. */
  v.object({ type: v.literal("Quota"), most: whole }),
  /** 503: the server cannot keep anything now (its disk is full, its database is away, it is stopping). */
  v.object({ type: v.literal("Unavailable"), after: whole }),
]);

export type Refusal = v.InferOutput<typeof refusalSchema>;

/** The HTTP status that goes with each refusal. */
export const refusalStatus = {
  Malformed: 400,
  BadSignature: 401,
  ClockOff: 401,
  SignAgain: 401,
  NotMember: 403,
  NotFacilitator: 403,
  NotFound: 404,
  Moved: 409,
  Refused: 409,
  OtherLog: 409,
  LeaseTaken: 409,
  Taken: 409,
  Gone: 410,
  Used: 410,
  Expired: 410,
  TooBig: 413,
  OtherVersion: 426,
  TooMany: 429,
  Unavailable: 503,
  Quota: 507,
} as const satisfies Record<Refusal["type"], number>;

/** Reads the JSON of a refusal: what is none is `Malformed`, as from a proxy's own error page. */
export function readRefusal(json: string): Result<Refusal, Malformed> {
  try {
    const read = v.safeParse(refusalSchema, JSON.parse(json));
    if (read.success) return ok(read.output);
  } catch {
    // Not JSON: said below.
  }
  return err({ type: "Malformed" });
}
