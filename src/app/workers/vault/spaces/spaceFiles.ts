import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { readFileStart } from "#sync/fileStart.ts";
import {
  answerFile,
  inviteByFile,
  readAnswerFile,
  readInvitation,
  takeAnswer,
} from "#sync/joinByFile.ts";
import { joiningState, sealAnswer } from "#sync/joinSpace.ts";
import type { InvitationLink } from "#sync/ports/SpaceCrypto.ts";
import type { NotKept } from "#sync/ports/SpaceStore.ts";
import type { RunningSpace } from "#sync/runSpace.ts";
import type { SyncTools } from "#sync/SpaceContext.ts";
import type { Letter, SpaceState } from "#sync/SpaceState.ts";
import { packSpace, readSpaceFile } from "#sync/spaceFile.ts";
import { takeSpaceFile } from "#sync/takeSpaceFile.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { spaceFailure, storageFailureIn } from "./failures.ts";
import { readOurFile } from "./readOurFile.ts";

/** What these methods work with. */
export interface FileParts {
  readonly tools: SyncTools;
  readonly running: ReadonlyMap<string, RunningSpace>;
  readonly nameOf: (run: RunningSpace) => Promise<string>;
  /** Why this journal may not ask to be let into what a letter names; null where it may. */
  readonly cannotJoin: (
    link: InvitationLink,
    space: SpaceId,
  ) => Promise<Extract<SpaceFileFailure, { readonly type: "AlreadyMember" | "AlreadyOwn" }> | null>;
  /** Keeps that this journal asks to be let in, in place of a copy from an earlier time. */
  readonly beginJoining: (state: SpaceState) => Promise<Result<SpaceId, StorageFailure>>;
}

type FileMethods = Pick<
  Spaces,
  | "fileKind"
  | "exportSpace"
  | "importSpace"
  | "inviteByFile"
  | "readInvitation"
  | "joinByFile"
  | "answerFile"
  | "takeAnswer"
>;

const noSuchSpace = err({ type: "NoSuchSpace" } as const);
const damaged = err({ type: "Damaged" } as const);
const refused = (
  failure:
    | {
        readonly type:
          | Exclude<SpaceFileFailure["type"], "AlreadyMember" | "StorageRefused">
          | "BadFile";
      }
    | NotKept,
): Result<never, SpaceFileFailure> => {
  if (failure.type === "NotKept") return err(storageFailureIn(failure));
  return failure.type === "BadFile" ? damaged : err({ type: failure.type });
};

/** An invitation file, opened: the kind that its start says is its letter's. */
async function openInvitation(
  tools: SyncTools,
  file: Uint8Array,
): Promise<Result<{ readonly link: InvitationLink; readonly letter: Letter }, SpaceFileFailure>> {
  const start = readFileStart(file);
  if (!start.ok) return err({ type: start.error === "newer" ? "NewerFile" : "NotASpaceFile" });
  const { kind, rest } = start.value;
  if (kind !== "invitation" && kind !== "deviceInvitation") return err({ type: "NotASpaceFile" });
  const agreed = kind === "deviceInvitation" ? "own" : "team";
  const read = await readInvitation(tools.crypto, agreed, rest);
  if (read.ok) return read;
  return read.error.type === "BadLetter" ? damaged : err(read.error);
}

/** The methods of `Spaces` by which people meet and work by file instead of by server. */
export function createSpaceFiles(parts: FileParts): FileMethods {
  const { tools, running } = parts;
  return {
    fileKind: async (file) => {
      const read = readFileStart(file);
      if (read.ok) {
        return ok(read.value.kind === "deviceInvitation" ? "invitation" : read.value.kind);
      }
      return err({ type: read.error === "newer" ? "NewerFile" : "NotASpaceFile" });
    },

    exportSpace: async (id) => {
      const run = running.get(id);
      if (run === undefined) return noSuchSpace;
      const packed = await run.during(packSpace);
      return packed.ok ? packed : err(spaceFailure(packed.error));
    },
    importSpace: async (bytes) => {
      const rest = readOurFile(bytes, "space");
      if (!rest.ok) return rest;
      const read = readSpaceFile(rest.value);
      if (!read.ok) return damaged;
      const id = idText(read.value.space) as SpaceId;
      const run = running.get(id);
      const phase = run?.context.state.phase.type;
      if (phase === "removed") return err({ type: "Removed" });
      if (run === undefined || (phase !== "open" && phase !== "joining")) {
        return err({ type: "NotMember" });
      }
      const taken = await run.during((space) => takeSpaceFile(space, read.value));
      return taken.ok ? ok({ space: id, changed: taken.value }) : refused(taken.error);
    },

    inviteByFile: async (id) => {
      const run = running.get(id);
      if (run === undefined) return noSuchSpace;
      const name = await parts.nameOf(run);
      // Without a server nobody settles who came first: one facilitator keeps the list of members.
      const made = await run.during((space) => inviteByFile(space, "member", name));
      return made.ok ? made : err(spaceFailure(made.error));
    },
    readInvitation: async (file) => {
      const read = await openInvitation(tools, file);
      return read.ok ? ok({ kind: read.value.link.kind }) : read;
    },
    joinByFile: async (file, agreed, myName) => {
      const read = await openInvitation(tools, file);
      if (!read.ok) return read;
      const { link, letter } = read.value;
      if (link.kind !== agreed) return err({ type: "OtherKind" });
      const cannot = await parts.cannotJoin(link, idText(letter.space) as SpaceId);
      if (cannot !== null) return err(cannot);
      const device = await tools.crypto.newDevice();
      const answer = answerFile(link.invitation, await sealAnswer(tools, link, device, myName));
      const state = await joiningState(tools, letter, device, myName, answer);
      return parts.beginJoining(state);
    },
    answerFile: async (id) => {
      const phase = running.get(id)?.context.state.phase;
      const has = phase?.type === "joining" && phase.answer.length > 0;
      return has ? ok(phase.answer) : noSuchSpace;
    },
    takeAnswer: async (bytes) => {
      const rest = readOurFile(bytes, "answer");
      if (!rest.ok) return rest;
      const read = readAnswerFile(rest.value);
      if (read === null) return damaged;
      const invited = [...running.values()].find(({ context }) =>
        context.state.invitations.some((one) => sameBytes(one.invitation, read.invitation)),
      );
      if (invited === undefined) return err({ type: "InvitationGone" });
      const taken = await invited.during((space) => takeAnswer(space, read));
      return taken.ok ? ok(invited.context.id as SpaceId) : refused(taken.error);
    },
  };
}
