import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { JoiningByFile } from "#core/space/JoiningByFile.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import {
  answerFile,
  inviteByFile,
  readAnswerFile,
  readInvitation,
  takeAnswer,
} from "#sync/joinByFile.ts";
import { joiningState, sealAnswer } from "#sync/joinSpace.ts";
import type { InvitationLink, SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { Letter } from "#sync/SpaceState.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { done, fileFailure } from "../failures.ts";
import { readOurFile, startOfOurFile } from "../files/readOurFile.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import type { JoinRequests } from "./createJoinRequests.ts";

/** An invitation file, opened: the kind that its start says is its letter's. */
async function openInvitation(
  crypto: SpaceCrypto,
  file: Uint8Array,
): Promise<Result<{ readonly link: InvitationLink; readonly letter: Letter }, SpaceFileFailure>> {
  const start = startOfOurFile(file);
  if (!start.ok) return start;
  const { kind, rest } = start.value;
  if (kind !== "invitation" && kind !== "deviceInvitation") return err({ type: "NotASpaceFile" });
  const agreed = kind === "deviceInvitation" ? "own" : "team";
  const read = await readInvitation(crypto, agreed, rest);
  return read.ok ? read : err(fileFailure(read.error));
}

/** The methods of `Spaces` by which people meet by file instead of by server. */
export function createJoiningByFile(
  { tools, records, running }: SpaceWork,
  requests: JoinRequests,
): JoiningByFile {
  return {
    inviteByFile: (id) =>
      running.within(id, async (run) => {
        const name = await records.nameOf(id);
        // Without a server nobody settles who came first: one facilitator keeps the list of members.
        return done(await run.during((space) => inviteByFile(space, "member", name)));
      }),
    readInvitation: async (file) => {
      const read = await openInvitation(tools.crypto, file);
      if (!read.ok) return read;
      const { link, letter } = read.value;
      const cannot = await requests.cannotJoin(link, idText(letter.space) as SpaceId);
      return cannot === null ? ok({ kind: link.kind }) : err(cannot);
    },
    joinByFile: async (file, agreed, myName) => {
      const read = await openInvitation(tools.crypto, file);
      if (!read.ok) return read;
      const { link, letter } = read.value;
      if (link.kind !== agreed) return err({ type: "OtherKind" });
      const cannot = await requests.cannotJoin(link, idText(letter.space) as SpaceId);
      if (cannot !== null) return err(cannot);
      const device = await tools.crypto.newDevice();
      const answer = answerFile(link.invitation, await sealAnswer(tools, link, device, myName));
      const state = await joiningState(tools, letter, device, myName, answer);
      // Asked by whoever carries the answer.
      return requests.begin(state, async () => ok(null));
    },
    answerFile: (id) =>
      running.within(id, async ({ context }) => {
        const { phase } = context.state;
        const has = phase.type === "joining" && phase.answer.length > 0;
        return has ? ok<Uint8Array>(phase.answer) : err({ type: "NoSuchSpace" });
      }),
    takeAnswer: async (file) => {
      const rest = readOurFile(file, "answer");
      if (!rest.ok) return rest;
      const read = readAnswerFile(rest.value);
      if (read === null) return err({ type: "Damaged" });
      const invited = [...running.values()].find(({ context }) =>
        context.state.invitations.some((one) => sameBytes(one.invitation, read.invitation)),
      );
      if (invited === undefined) return err({ type: "InvitationGone" });
      const taken = await invited.during((space) => takeAnswer(space, read));
      return taken.ok ? ok(invited.context.id as SpaceId) : err(fileFailure(taken.error));
    },
  };
}
