import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { err, ok, type Result } from "#base/Result.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idBytes } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { addressOf } from "../addressOf.ts";
import type { Surroundings } from "../Surroundings.ts";

/** What Hono knows of a request here. */
export interface MailboxEnv {
  readonly Bindings: HttpBindings;
  /** The pattern of the route that answers, for metrics and logs. */
  readonly Variables: { route?: string };
}

/** A request whose body was read. */
export interface Visit {
  readonly body: Uint8Array;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly signal: AbortSignal;
  readonly address: string;
}

/** The body, or null as soon as it is longer than `most`. */
async function readBody(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

/** Reads a request, of whose body no more than `most` bytes are taken. */
export async function readVisit(
  context: Context<MailboxEnv>,
  most: number,
  around: Surroundings,
): Promise<Result<Visit, Refusal>> {
  const body = await readBody(context.req.raw, most);
  if (!body) return err({ type: "TooBig", most });
  return ok({
    body,
    param: (name) => context.req.param(name) ?? "",
    query: (name) => context.req.query(name),
    signal: context.req.raw.signal,
    address: addressOf(context.env.incoming, around.settings.trustProxy),
  });
}

/** A body that holds nothing. */
export const noBody = 0;

/** The one frame that a body is to be. */
export function oneFrame<Type extends Frame["type"]>(
  body: Uint8Array,
  type: Type,
): Result<Extract<Frame, { type: Type }>, Refusal> {
  const read = decodeFrames(body);
  if (!read.ok) return read;
  const [frame] = read.value;
  const isThat = (one: Frame | undefined): one is Extract<Frame, { type: Type }> =>
    one?.type === type;
  return read.value.length === 1 && isThat(frame) ? ok(frame) : err({ type: "Malformed" });
}

/** A whole number in the query; `fallback` where it is not said. */
export function wholeQuery(visit: Visit, name: string, fallback: number): Result<number, Refusal> {
  const text = visit.query(name);
  if (text === undefined) return ok(fallback);
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? ok(number) : err({ type: "Malformed" });
}

/** An id in the path or query. */
export const idIn = (text: string | undefined, length: number): Result<Uint8Array, Refusal> =>
  idBytes(text ?? "", length);

/** Frames' own overhead above the limits of what they carry. */
export const withFrame = (bytes: number): number => bytes + 256;

/** The most that a push may be. */
export const pushBody = limits.request;
