import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { InvitationId, SpaceId } from "./identifiers.ts";
import type { Role } from "./Space.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";

/** An invitation that was made here and is still open, or was answered and waits to be admitted. */
export interface OpenInvitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly expiresAt: Instant;
  /** Somebody answered it: the words both sides see, and what they want to be called. */
  readonly answer: { readonly words: readonly string[]; readonly name: string } | null;
}

/** A fresh invitation. `link` holds its secret in the fragment: shown, copied, drawn as QR, never stored. */
export interface Invitation {
  readonly id: InvitationId;
  readonly link: string;
  /** Twelve words that stand for the link where it is typed; null of a team's. As secret as the link. */
  readonly words: readonly string[] | null;
  readonly expiresAt: Instant;
}

/** Inviting people into a space, and letting in who answered. */
export interface Inviting {
  readonly invite: (space: SpaceId, role: Role) => Promise<Result<Invitation, SpaceFailure>>;
  readonly invitations: (space: SpaceId) => Promise<readonly OpenInvitation[]>;
  readonly withdrawInvitation: (
    space: SpaceId,
    invitation: InvitationId,
  ) => Promise<Result<null, SpaceFailure>>;
  /** Once the words were compared: lets the one who answered in. */
  readonly admit: (space: SpaceId, invitation: InvitationId) => Promise<Result<null, SpaceFailure>>;
}
