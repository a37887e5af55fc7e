import type { Context } from "hono";
import { routePath } from "hono/route";
import type { Result } from "#base/Result.ts";
import { idBytes, idText } from "#wire/idText.ts";
import type { Member, Membership } from "#wire/Membership.ts";
import type { Refusal } from "#wire/Refusal.ts";
import type { RequestSigner } from "#wire/RequestSignature.ts";
import { countOnce, identify } from "../identify.ts";
import type { Surroundings } from "../Surroundings.ts";
import type { SpaceLevel } from "../store/MembershipStore.ts";
import { type Answer, asResponse, refuse } from "./answers.ts";
import { type MailboxEnv, readVisit, type Visit } from "./Visit.ts";

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
    const visited = await readVisit(context, most, around);
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
    const visited = await readVisit(context, most, around);
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
