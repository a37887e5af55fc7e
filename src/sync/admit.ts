import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { fromJsonBytes } from "./bytesJson.ts";
import { type ChangeFailure, changeMembers } from "./changeMembers.ts";
import type { FollowFailure } from "./followMembers.ts";
import { dropInvitation, keepInvitations } from "./invitations.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { answerSchema, type JoinAnswer, type KeptInvitation } from "./SpaceState.ts";

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
  return keepInvitations(space, invitations);
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
