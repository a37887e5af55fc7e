import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { Role } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { fromJsonBytes, toJsonBytes } from "./bytesJson.ts";
import { type ChangeFailure, changeMembers } from "./changeMembers.ts";
import type { FollowFailure } from "./followMembers.ts";
import { invitationTo } from "./invitationTo.ts";
import type { InvitationLink, InvitationSecret } from "./ports/SpaceCrypto.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";
import { answerSchema, type JoinAnswer, type KeptInvitation, type Letter } from "./SpaceState.ts";

/** An invitation lasts so long. */
const lifetime = 72 * 60 * 60 * 1000;

/** This space takes nobody in here: it has no server, or this device may not invite. */
export interface CannotInvite {
  readonly type: "CannotInvite";
}

const keepState = (space: SpaceContext) =>
  space.tools.store.write({ put: [stateRow(space)], drop: [] });

/** A fresh invitation that says by its id that it is to this space [J1]. */
export async function freshInvitation({ state, tools }: SpaceContext): Promise<InvitationSecret> {
  const { secret, invitation } = tools.crypto.newInvitation();
  return { secret, invitation: await invitationTo(state.space, invitation, tools.crypto) };
}

/** A fresh invitation's letter [J2], of which nothing is kept or sent yet; null where this device cannot. */
export async function writeLetter(
  space: SpaceContext,
  role: Role,
  name: string,
  { invitation, secret: opens }: InvitationSecret,
): Promise<{
  readonly link: InvitationLink;
  readonly sealed: Uint8Array;
  readonly kept: KeptInvitation;
} | null> {
  const { crypto, clock } = space.tools;
  const { membership, state, me } = space;
  if (membership?.members.get(me)?.role !== "facilitator") return null;
  const secret = { invitation, secret: opens };
  const letter: Letter = {
    version: 1,
    space: state.space,
    number: membership.number,
    hash: membership.hash,
    facilitator: state.device.keys,
    server: state.server ?? "",
    name,
    kind: state.kind,
  };
  const sealed = await crypto.sealPaper("invitation letter", secret, toJsonBytes(letter));
  const expiresAt = clock.now() + lifetime;
  return {
    link: { ...secret, kind: state.kind },
    sealed,
    kept: { ...secret, role, expiresAt, answer: null },
  };
}

/** Keeps an invitation that was made here. */
export function keepInvitation(space: SpaceContext, kept: KeptInvitation) {
  space.state = { ...space.state, invitations: [...space.state.invitations, kept] };
  return keepState(space);
}

/**
 * Makes an invitation and leaves its letter on the server [J2]. Gives the fragment of the link, and the
 * words that stand for it where it links a device of one's own [J6].
 */
export async function invite(
  space: SpaceContext,
  role: Role,
  name: string,
): Promise<
  Result<
    {
      readonly invitation: string;
      readonly fragment: string;
      readonly words: readonly string[] | null;
      readonly expiresAt: number;
    },
    FollowFailure | CannotInvite
  >
> {
  const { crypto } = space.tools;
  const { requests } = space;
  const code = space.state.kind === "own" ? await crypto.newDeviceCode() : null;
  const fresh = code ?? (await freshInvitation(space));
  const written = requests === null ? null : await writeLetter(space, role, name, fresh);
  if (requests === null || written === null) return err({ type: "CannotInvite" });
  const { link, sealed, kept } = written;
  const tokenHash = await crypto.sha256(await crypto.fetchToken(link));
  const invitation = idText(link.invitation);
  const path = `/spaces/${space.id}/invitations/${invitation}`;
  const left = await requests.exchange("PUT", path, { type: "letter", tokenHash, sealed });
  if (!left.ok) return left;
  const stored = await keepInvitation(space, kept);
  if (!stored.ok) return stored;
  const words = code?.words ?? null;
  return ok({ invitation, fragment: crypto.fragment(link), words, expiresAt: kept.expiresAt });
}

/** Takes an invitation back. */
export async function withdrawInvitation(
  space: SpaceContext,
  invitation: Uint8Array,
): Promise<Result<null, FollowFailure>> {
  if (space.requests !== null) {
    const path = `/spaces/${space.id}/invitations/${idText(invitation)}`;
    const gone = await space.requests.send("DELETE", path);
    if (!gone.ok && gone.error.type !== "Refused") return gone;
  }
  return dropInvitation(space, invitation);
}

async function dropInvitation(space: SpaceContext, invitation: Uint8Array) {
  const invitations = space.state.invitations.filter(
    (kept) => !sameBytes(kept.invitation, invitation),
  );
  space.state = { ...space.state, invitations };
  return keepState(space);
}

/** Fetches what joiners answered to this device's invitations. */
export async function readAnswers(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { clock } = space.tools;
  const open = space.state.invitations.filter(({ answer }) => answer === null);
  if (open.length === 0 || space.requests === null) return ok(null);
  const frames = await space.requests.exchange("GET", `/spaces/${space.id}/answers`);
  if (!frames.ok) return frames.error.type === "Refused" ? ok(null) : frames;
  const answers = new Map(
    frames.value.flatMap((frame) =>
      frame.type === "answers"
        ? frame.answers.map(({ invitation, sealed }) => [idText(invitation), sealed] as const)
        : [],
    ),
  );
  const invitations = space.state.invitations
    .filter(({ expiresAt, answer }) => answer !== null || expiresAt > clock.now())
    .map((kept) => {
      const sealed = answers.get(idText(kept.invitation));
      return kept.answer === null && sealed !== undefined
        ? { ...kept, answer: new Uint8Array(sealed) }
        : kept;
    });
  space.state = { ...space.state, invitations };
  return keepState(space);
}

/** An answer that holds: its keys signed by themselves and bound to the invitation; else null [J3]. */
export async function openAnswer(
  space: SpaceContext,
  kept: KeptInvitation,
): Promise<JoinAnswer | null> {
  const { crypto } = space.tools;
  if (kept.answer === null) return null;
  const opened = await crypto.openPaper("invitation answer", kept, kept.answer);
  const answer = opened && fromJsonBytes(answerSchema, opened);
  if (answer === null) return null;
  const { keys, signature, mac } = answer;
  const signed = crypto.answerSigned(kept.invitation, keys);
  const holds =
    (await crypto.isAnswerMac(kept, keys, mac)) &&
    (await crypto.verify(keys.signing, signed, signature));
  return holds ? answer : null;
}

/** The words that this device's person and the joiner compare [J4]. */
export const wordsFor = (space: SpaceContext, { keys }: JoinAnswer): Promise<readonly string[]> =>
  space.tools.crypto.sixWords(space.state.space, space.state.device.keys, keys);

/** There is no such invitation here, or nobody answered it in a way that holds. */
export interface NothingToAdmit {
  readonly type: "NothingToAdmit";
}

/** Lets in who answered an invitation: their keys into the log, the epoch key wrapped for them. */
export async function admit(
  space: SpaceContext,
  invitation: Uint8Array,
): Promise<Result<null, ChangeFailure | NothingToAdmit>> {
  const kept = space.state.invitations.find((one) => sameBytes(one.invitation, invitation));
  const answer = kept && (await openAnswer(space, kept));
  if (kept === undefined || answer === undefined || answer === null) {
    return err({ type: "NothingToAdmit" });
  }
  const { keys, name } = answer;
  const admitted = await changeMembers(space, async (membership) => {
    const key = space.keys.get(membership.epoch)?.key;
    if (key === undefined || membership.members.has(idText(keys.signing))) return null;
    const wrapped = await space.tools.crypto.wrap(key, membership.space, keys);
    return { type: "admit", keys, role: kept.role, invitation, wrapped };
  });
  if (!admitted.ok) return admitted;
  const answeredNames = { ...space.state.answeredNames, [idText(keys.signing)]: name };
  space.state = { ...space.state, answeredNames };
  return dropInvitation(space, invitation);
}
