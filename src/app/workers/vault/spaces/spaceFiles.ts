import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceFileFailure, Spaces } from "#core/space/Spaces.ts";
import { readFileStart } from "#sync/fileStart.ts";
import {
  answerFile,
  inviteByFile,
  readAnswerFile,
  readInvitation,
  takeAnswer,
} from "#sync/joinByFile.ts";
import { joiningState, sealAnswer } from "#sync/joinSpace.ts";
import type { NotKept } from "#sync/ports/SpaceStore.ts";
import type { RunningSpace } from "#sync/runSpace.ts";
import { type SyncTools, stateRow } from "#sync/SpaceContext.ts";
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
    letter: Letter,
  ) => Extract<SpaceFileFailure, { readonly type: "AlreadyMember" }> | null;
  readonly begin: (state: SpaceState) => Promise<void>;
}

type FileMethods = Pick<
  Spaces,
  | "fileKind"
  | "exportSpace"
  | "importSpace"
  | "inviteByFile"
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

/** The methods of `Spaces` by which people meet and work by file instead of by server. */
export function createSpaceFiles(parts: FileParts): FileMethods {
  const { tools, running } = parts;
  return {
    fileKind: async (file) => {
      const read = readFileStart(file);
      if (read.ok) return ok(read.value.kind);
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
    joinByFile: async (bytes, myName) => {
      const rest = readOurFile(bytes, "invitation");
      if (!rest.ok) return rest;
      const read = await readInvitation(tools.crypto, rest.value);
      if (read === null) return damaged;
      const { secret, letter } = read;
      const cannot = parts.cannotJoin(letter);
      if (cannot !== null) return err(cannot);
      const device = await tools.crypto.newDevice();
      const answer = answerFile(secret.invitation, await sealAnswer(tools, secret, device, myName));
      const state = await joiningState(tools, letter, device, myName, answer);
      const id = idText(state.space) as SpaceId;
      const kept = await tools.store.write({ put: [stateRow({ id, state })], drop: [] });
      if (!kept.ok) return err(storageFailureIn(kept.error));
      await parts.begin(state);
      return ok(id);
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
