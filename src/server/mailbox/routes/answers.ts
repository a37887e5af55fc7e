import { err, ok, type Result } from "#base/Result.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { type Refusal, refusalStatus } from "#wire/Refusal.ts";
import type { SpaceLevel } from "../store/MembershipStore.ts";

/** What a route answers: frames, plain bytes, a short text, or nothing but "done". */
export type Answer = Result<
  readonly Frame[] | Uint8Array<ArrayBufferLike> | string | null,
  Refusal
>;

/** Done, and nothing to say. */
export const done: Answer = ok(null);

export const refuse = (refusal: Refusal): Answer => err(refusal);

const noStore = { "Cache-Control": "no-store" };

/** The answer as HTTP: frames and bytes as octets, refusals as JSON with their status [Q3]. */
export function asResponse(answer: Answer): Response {
  if (!answer.ok) {
    const { error } = answer;
    const headers: Record<string, string> = { ...noStore, "Content-Type": "application/json" };
    if ("after" in error) headers["Retry-After"] = String(error.after);
    return new Response(JSON.stringify(error), { status: refusalStatus[error.type], headers });
  }
  const { value } = answer;
  if (value === null) return new Response(null, { status: 204, headers: noStore });
  if (typeof value === "string") {
    return new Response(value, { headers: { ...noStore, "Content-Type": "text/plain" } });
  }
  const bytes = value instanceof Uint8Array ? value : encodeFrames(...value);
  return new Response(new Uint8Array(bytes), {
    headers: { ...noStore, "Content-Type": "application/octet-stream" },
  });
}

/** Where a space stands, as a frame. */
export const levelFrame = (space: Uint8Array, level: SpaceLevel): Frame => ({
  type: "level",
  space,
  logId: level.logId,
  head: level.head,
  floor: level.floor,
  membership: level.membership,
});
