import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceFileFailure, SpaceFileKind } from "#core/space/SpaceFiles.ts";
import { readFileStart } from "#sync/fileStart.ts";

/** What follows the start of a file of this kind. */
export function readOurFile(
  file: Uint8Array,
  kind: SpaceFileKind,
): Result<Uint8Array, SpaceFileFailure> {
  const read = readFileStart(file);
  if (!read.ok) return err({ type: read.error === "newer" ? "NewerFile" : "NotASpaceFile" });
  return read.value.kind === kind ? ok(read.value.rest) : err({ type: "NotASpaceFile" });
}
