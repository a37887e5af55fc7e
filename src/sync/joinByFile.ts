import { err, ok, type Result } from "#base/Result.ts";
import { readAll } from "#wire/ByteSource.ts";
import type { Role, SpaceKind } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { openAnswer } from "./admit.ts";
import { spaceFile } from "./fileStart.ts";
import { type CannotInvite, freshInvitation, keepInvitation, writeLetter } from "./invitations.ts";
import { type BadLetter, type OtherKind, openLetter } from "./joinSpace.ts";
import type { InvitationLink, SpaceCrypto } from "./ports/SpaceCrypto.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";
import type { Letter } from "./SpaceState.ts";

const idLength = 16;
const secretLength = 32;
const longestPaper = 64 * 1024;

/** An invitation to a space without a server, as a file: its secret, then its letter [B4]; its start says the kind. */
export async function inviteByFile(
  space: SpaceContext,
  role: Role,
  name: string,
): Promise<Result<Uint8Array, CannotInvite | NotKept>> {
  const fresh = await freshInvitation(space);
  const written = space.requests === null ? await writeLetter(space, role, name, fresh) : null;
  if (written === null) return err({ type: "CannotInvite" });
  const { link, sealed, kept } = written;
  const stored = await keepInvitation(space, kept);
  if (!stored.ok) return stored;
  const kind = link.kind === "own" ? "deviceInvitation" : "invitation";
  return ok(spaceFile(kind, [link.invitation, link.secret, sealed]));
}

/** Reads what follows the start of an invitation file of this kind. */
export async function readInvitation(
  crypto: SpaceCrypto,
  kind: SpaceKind,
  rest: Uint8Array,
): Promise<
  Result<{ readonly link: InvitationLink; readonly letter: Letter }, BadLetter | OtherKind>
> {
  const start = idLength + secretLength;
  if (rest.length <= start || rest.length > start + longestPaper) return err({ type: "BadLetter" });
  const secret = { invitation: rest.slice(0, idLength), secret: rest.slice(idLength, start) };
  const link = { ...secret, kind };
  const letter = await openLetter({ crypto }, link, rest.slice(start));
  return letter.ok ? ok({ link, letter: letter.value }) : letter;
}

/** The answer to an invitation as a file: which one, then the sealed answer [B4]. */
export const answerFile = (invitation: Uint8Array, sealed: Uint8Array): Uint8Array =>
  spaceFile("answer", [invitation, sealed]);

/** Reads what follows the start of an answer file; null where it is damaged. */
export function readAnswerFile(
  rest: Uint8Array,
): { readonly invitation: Uint8Array; readonly sealed: Uint8Array } | null {
  const read = readAll(rest, (from) => ({
    invitation: from.exactly(idLength),
    sealed: from.exactly(Math.max(1, rest.length - idLength)),
  }));
  return read.ok && rest.length <= idLength + longestPaper ? read.value : null;
}

/** Takes in an answer to an invitation of this device, which then waits to be admitted; a second one is told. */
export async function takeAnswer(
  space: SpaceContext,
  { invitation, sealed }: { readonly invitation: Uint8Array; readonly sealed: Uint8Array },
): Promise<
  Result<null, { readonly type: "BadFile" | "InvitationGone" | "AnsweredTwice" } | NotKept>
> {
  const { state, tools } = space;
  const kept = state.invitations.find((one) => sameBytes(one.invitation, invitation));
  if (kept === undefined || (kept.answer === null && kept.expiresAt <= tools.clock.now())) {
    return err({ type: "InvitationGone" });
  }
  // Whoever answered first is who waits: a second answer changes no words that were compared.
  if (kept.answer !== null)
    return sameBytes(kept.answer, sealed) ? ok(null) : err({ type: "AnsweredTwice" });
  const answered = { ...kept, answer: new Uint8Array(sealed) };
  if ((await openAnswer(space, answered)) === null) return err({ type: "BadFile" });
  const invitations = state.invitations.map((one) => (one === kept ? answered : one));
  const next = { ...state, invitations };
  const stored = await tools.store.write({
    put: [stateRow({ id: space.id, state: next })],
    drop: [],
  });
  if (!stored.ok) return stored;
  space.state = next;
  return ok(null);
}
