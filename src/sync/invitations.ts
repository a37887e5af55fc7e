import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { Role } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { toJsonBytes } from "./bytesJson.ts";
import type { FollowFailure } from "./followMembers.ts";
import type { InvitationLink, InvitationSecret } from "./ports/SpaceCrypto.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";
import type { KeptInvitation, Letter } from "./SpaceState.ts";
import { tellingId } from "./tellingId.ts";

/** An invitation lasts so long. */
const lifetime = 72 * 60 * 60 * 1000;

/** This space takes nobody in here: it has no server, or this device may not invite. */
export interface CannotInvite {
  readonly type: "CannotInvite";
}

/** Keeps which invitations of this device there are. */
export function keepInvitations(space: SpaceContext, invitations: readonly KeptInvitation[]) {
  space.state = { ...space.state, invitations: [...invitations] };
  return space.tools.store.write({ put: [stateRow(space)], drop: [] });
}

/** A fresh invitation that says by its id that it is to this space [J1]. */
export async function freshInvitation({ state, tools }: SpaceContext): Promise<InvitationSecret> {
  const { secret, invitation } = tools.crypto.newInvitation();
  const id = await tellingId("headroom invitation to", state.space, invitation, tools.crypto);
  return { secret, invitation: id };
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
export const keepInvitation = (space: SpaceContext, kept: KeptInvitation) =>
  keepInvitations(space, [...space.state.invitations, kept]);

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

/** Keeps that an invitation was used, or taken back. */
export const dropInvitation = (space: SpaceContext, invitation: Uint8Array) =>
  keepInvitations(
    space,
    space.state.invitations.filter((kept) => !sameBytes(kept.invitation, invitation)),
  );
