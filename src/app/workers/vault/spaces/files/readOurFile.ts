import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import { type FileStart, readFileStart } from "#sync/fileStart.ts";

/** What a file says at its start that it is, and what follows. */
export function startOfOurFile(file: Uint8Array): Result<FileStart, SpaceFileFailure> {
  const start = readFileStart(file);
  if (start.ok) return start;
  return err({ type: start.error === "newer" ? "NewerFile" : "NotASpaceFile" });
}

/** What follows the start of a file of this kind. */
export function readOurFile(
  file: Uint8Array,
  kind: FileStart["kind"],
): Result<Uint8Array, SpaceFileFailure> {
  const start = startOfOurFile(file);
  if (!start.ok) return start;
  return start.value.kind === kind ? ok(start.value.rest) : err({ type: "NotASpaceFile" });
}
