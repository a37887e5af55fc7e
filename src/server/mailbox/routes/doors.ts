import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { routePath } from "hono/route";
import { err, ok, type Result } from "#base/Result.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Member, Membership } from "#wire/Membership.ts";
import type { Refusal } from "#wire/Refusal.ts";
import type { RequestSigner } from "#wire/RequestSignature.ts";
import { addressOf } from "../addressOf.ts";
import { countOnce, identify } from "../identify.ts";
import type { Surroundings } from "../Surroundings.ts";
import type { SpaceLevel } from "../store/MembershipStore.ts";
import { type Answer, asResponse, refuse } from "./answers.ts";

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

/** A request that a device signed. */
export interface SignedVisit extends Visit {
  readonly device: Uint8Array;
}

/** A request that a member of an existing space signed. */
export interface MemberVisit extends SignedVisit {
  readonly space: Uint8Array;
  readonly level: SpaceLevel;
  readonly membership: Membership;
  readonly member: Member;
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

async function visit(
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

/** What somebody is told who does not belong here: why, as often as their address may be told it. */
function turnAway(refusal: Refusal, { address }: Visit, around: Surroundings): Answer {
  const wait = around.strangers.spend(address, around.now());
  return refuse(wait > 0 ? { type: "TooMany", after: wait } : refusal);
}

const signatureFields = ["content-digest", "signature", "signature-input"] as const;

function signerOf(
  context: Context<MailboxEnv>,
  body: Uint8Array,
  around: Surroundings,
): Promise<Result<RequestSigner, Refusal>> {
  const headers = Object.fromEntries(
    signatureFields.flatMap((name) => {
      const value = context.req.header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const request = {
    method: context.req.method,
    pathAndQuery: context.env.incoming.url ?? "/",
    body,
  };
  return identify(request, headers, around);
}

type Handler = (context: Context<MailboxEnv>) => Promise<Response>;

/** A door for anyone, as often as their address may. */
export const forAnyone =
  (around: Surroundings, most: number, handle: (visit: Visit) => Promise<Answer>): Handler =>
  async (context) => {
    context.set("route", routePath(context));
    const visited = await visit(context, most, around);
    if (!visited.ok) return asResponse(visited);
    const wait = around.addresses.spend(visited.value.address, around.now());
    if (wait > 0) return asResponse(refuse({ type: "TooMany", after: wait }));
    return asResponse(await handle(visited.value));
  };

/** A door for whoever signed; bad signatures cost the address they come from. */
const forSigner =
  (
    around: Surroundings,
    most: number,
    handle: (visit: Visit, signer: RequestSigner) => Promise<Answer>,
  ): Handler =>
  async (context) => {
    context.set("route", routePath(context));
    const visited = await visit(context, most, around);
    if (!visited.ok) return asResponse(visited);
    const signer = await signerOf(context, visited.value.body, around);
    if (signer.ok) return asResponse(await handle(visited.value, signer.value));
    const isForged = signer.error.type === "BadSignature";
    return asResponse(isForged ? turnAway(signer.error, visited.value, around) : signer);
  };

/** A door for any device that signs: keys are free, so it is counted by address [Q3]. */
export const forDevice = (
  around: Surroundings,
  most: number,
  handle: (visit: SignedVisit) => Promise<Answer>,
): Handler =>
  forSigner(around, most, async (visit, signer) => {
    const wait = around.strangers.spend(visit.address, around.now());
    if (wait > 0) return refuse({ type: "TooMany", after: wait });
    const counted = await countOnce(signer, around);
    return counted.ok ? handle({ ...visit, device: signer.device }) : counted;
  });

/**
 * A door for members of the space named in the path by `:space` [M4]. Whoever is none leaves nothing
 * behind, no bucket and no nonce, and costs their address, never its members [Q3].
 */
export const forMember = (
  around: Surroundings,
  most: number,
  handle: (visit: MemberVisit) => Promise<Answer>,
): Handler =>
  forSigner(around, most, async (visit, signer) => {
    const { device } = signer;
    const space = idBytes(visit.param("space"), 16);
    if (!space.ok) return turnAway(space.error, visit, around);
    const level = await around.store.level(space.value);
    if (level === null) return turnAway({ type: "NotFound" }, visit, around);
    if (level === "gone") return turnAway({ type: "Gone" }, visit, around);
    const membership = await around.memberships.at(space.value, level);
    const member = membership.members.get(idText(device));
    if (!member) return turnAway({ type: "NotMember" }, visit, around);
    const counted = await countOnce(signer, around);
    if (!counted.ok) return counted;
    return handle({ ...visit, device, space: space.value, level, membership, member });
  });

/** A door for facilitators of the space. */
export const forFacilitator = (
  around: Surroundings,
  most: number,
  handle: (visit: MemberVisit) => Promise<Answer>,
): Handler =>
  forMember(around, most, async (visited) =>
    visited.member.role === "facilitator" ? handle(visited) : refuse({ type: "NotFacilitator" }),
  );

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
