import { err, ok } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceFiles } from "#core/space/SpaceFiles.ts";
import { packSpace, readSpaceFile } from "#sync/spaceFile.ts";
import { takeSpaceFile } from "#sync/takeSpaceFile.ts";
import { idText } from "#wire/idText.ts";
import { done, fileFailure } from "../failures.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { readOurFile, startOfOurFile } from "./readOurFile.ts";

/** The methods of `Spaces` that carry a space by file. */
export const createSpaceFiles = ({ running }: SpaceWork): SpaceFiles => ({
  fileKind: async (file) => {
    const start = startOfOurFile(file);
    if (!start.ok) return start;
    const { kind } = start.value;
    return ok(kind === "deviceInvitation" ? "invitation" : kind);
  },
  exportSpace: (id) => running.within(id, async (run) => done(await run.during(packSpace))),
  importSpace: async (file) => {
    const rest = readOurFile(file, "space");
    if (!rest.ok) return rest;
    const read = readSpaceFile(rest.value);
    if (!read.ok) return err({ type: "Damaged" });
    const id = idText(read.value.space) as SpaceId;
    const run = running.get(id);
    const phase = run?.context.state.phase.type;
    if (phase === "removed") return err({ type: "Removed" });
    if (run === undefined || (phase !== "open" && phase !== "joining")) {
      return err({ type: "NotMember" });
    }
    const taken = await run.during((space) => takeSpaceFile(space, read.value));
    return taken.ok ? ok({ space: id, changed: taken.value }) : err(fileFailure(taken.error));
  },
});
