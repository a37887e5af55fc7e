import { err, ok, type Result } from "#base/Result.ts";
import { foldMembership } from "#wire/appendMembership.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { fromJsonBytes, toJsonBytes } from "./bytesJson.ts";
import type { FollowFailure } from "./followMembers.ts";
import type { DeviceSecret, InvitationLink, InvitationSecret } from "./ports/SpaceCrypto.ts";
import type { Transport } from "./ports/Transport.ts";
import { routeStart, type ServerFailure, sendOrder } from "./requests.ts";
import { type SpaceContext, type SyncTools, stateRow, tell } from "./SpaceContext.ts";
import { type JoinAnswer, type Letter, letterSchema, type SpaceState } from "./SpaceState.ts";
import { goBy, welcome, withEntries } from "./withEntries.ts";

/** The letter does not open with the link's secret, or says nothing that could be. */
export interface BadLetter {
  readonly type: "BadLetter";
}

/** What one would come into is not what the invitation says, be it a team or a device of one's own [J5]. */
export interface OtherKind {
  readonly type: "OtherKind";
}

const headers = { "content-type": "application/octet-stream" };

const post = (transport: Transport, path: string, body: Uint8Array) =>
  sendOrder(transport, { method: "POST", path: routeStart + path, headers, body });

/** Opens a letter, which must say the same kind as the link or file that it came by [J5]. */
export async function openLetter(
  { crypto }: Pick<SyncTools, "crypto">,
  link: InvitationLink,
  sealed: Uint8Array,
): Promise<Result<Letter, BadLetter | OtherKind>> {
  const opened = await crypto.openPaper("invitation letter", link, sealed);
  const letter = opened && fromJsonBytes(letterSchema, opened);
  if (letter === null) return err({ type: "BadLetter" });
  return letter.kind === link.kind ? ok(letter) : err({ type: "OtherKind" });
}

/** Fetches the letter; the invitation is used from then on by this taker only [J2]. */
export async function takeLetter(
  tools: SyncTools,
  transport: Transport,
  link: InvitationLink,
  taker: Uint8Array,
): Promise<Result<Letter, ServerFailure | BadLetter | OtherKind>> {
  const token = await tools.crypto.fetchToken(link);
  const body = encodeFrames({ type: "take", token, taker });
  const taken = await post(transport, `/invitations/${idText(link.invitation)}/take`, body);
  return taken.ok ? openLetter(tools, link, taken.value) : taken;
}

/** The answer to a letter, with this device's keys, sealed [J3]. */
export async function sealAnswer(
  { crypto }: Pick<SyncTools, "crypto">,
  secret: InvitationSecret,
  device: DeviceSecret,
  name: string,
): Promise<Uint8Array> {
  const { keys } = device;
  const answer: JoinAnswer = {
    version: 1,
    keys,
    signature: await crypto.signer(device)(crypto.answerSigned(secret.invitation, keys)),
    mac: await crypto.answerMac(secret, keys),
    name,
  };
  return crypto.sealPaper("invitation answer", secret, toJsonBytes(answer));
}

/** Answers with this device's keys [J3]. */
export async function answerLetter(
  tools: SyncTools,
  transport: Transport,
  secret: InvitationSecret,
  device: DeviceSecret,
  name: string,
): Promise<Result<null, ServerFailure>> {
  const sealed = await sealAnswer(tools, secret, device, name);
  const token = await tools.crypto.fetchToken(secret);
  const body = encodeFrames({ type: "answer", token, sealed });
  const sent = await post(transport, `/invitations/${idText(secret.invitation)}/answer`, body);
  return sent.ok ? ok(null) : sent;
}

/** The state of a space that this device has asked to be let into. `answer`: to be handed over by file, else empty. */
export async function joiningState(
  tools: SyncTools,
  letter: Letter,
  device: DeviceSecret,
  myName: string,
  answer: Uint8Array = new Uint8Array(0),
): Promise<SpaceState> {
  const words = await tools.crypto.sixWords(letter.space, letter.facilitator, device.keys);
  return {
    version: 1,
    space: letter.space,
    kind: letter.kind,
    server: letter.server === "" ? null : letter.server,
    device,
    phase: { type: "joining", letter, words: [...words], myName, answer: new Uint8Array(answer) },
    log: [],
    epochKeys: [],
    invitations: [],
    answersBy: new Uint8Array(0),
    answeredNames: {},
    voicesThrough: 0,
    voicesLog: new Uint8Array(0),
    pendingEntry: new Uint8Array(0),
    carried: [],
    out: null,
    boxes: [],
  };
}

/** Whether a log, from its first entry, is the one that a letter was written in. */
export async function isLogOfLetter(
  letter: Letter,
  log: readonly Uint8Array[],
  crypto: SyncTools["crypto"],
): Promise<boolean> {
  const then = await foldMembership(null, log.slice(0, letter.number), crypto);
  return (
    then.ok &&
    then.value !== null &&
    sameBytes(then.value.hash, letter.hash) &&
    then.value.members.has(idText(letter.facilitator.signing))
  );
}

/**
 * Looks whether a facilitator has let this device in: then the log can be read, and must be the one
 * that the letter was written in. Still to wait where the server knows no such member yet. A space of
 * another kind than was agreed to is never opened: the state says so, and nothing goes out or in [J5].
 */
export async function tryAdmitted(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { phase } = space.state;
  if (phase.type !== "joining" || space.requests === null) return ok(null);
  const entries: Uint8Array[] = [];
  const forked = async () => {
    await tell(space, { type: "Forked" });
    return err({ type: "Forked" } as const);
  };
  let membership: Membership | null = null;
  for (;;) {
    const path = `/spaces/${space.id}/members?after=${entries.length}`;
    const frames = await space.requests.exchange("GET", path);
    if (!frames.ok) {
      const isWaiting =
        frames.error.type === "Refused" &&
        (frames.error.refusal.type === "NotMember" || frames.error.refusal.type === "NotFound");
      return isWaiting ? ok(null) : frames;
    }
    const page = frames.value.flatMap((frame) => (frame.type === "members" ? frame.entries : []));
    if (page.length === 0) break;
    // Each page is checked as it comes: a log that does not hold is not read without end.
    const folded = await foldMembership(membership, page, space.tools.crypto);
    if (!folded.ok) return forked();
    membership = folded.value;
    entries.push(...page);
  }
  if (!(await isLogOfLetter(phase.letter, entries, space.tools.crypto))) return forked();
  const before = space.state;
  if (membership?.kind !== before.kind) {
    space.state = { ...before, phase: { type: "otherKind" } };
    return space.tools.store.write({ put: [stateRow(space)], drop: [] });
  }
  const then = await withEntries(space, entries);
  if (!then.ok) return forked();
  if (!then.value.membership?.members.has(space.me)) return ok(null);
  const welcomed = await welcome(space, then.value);
  if (!welcomed.ok) return welcomed;
  const kept = await space.tools.store.write({ put: [stateRow(then.value)], drop: [] });
  if (kept.ok) goBy(space, then.value);
  return kept;
}
