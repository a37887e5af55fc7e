import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceFileFailure } from "#core/space/SpaceFiles.ts";
import { isPaperLength } from "#crypto/space/invitation.ts";
import { type FileStart, readFileStart } from "#sync/fileStart.ts";

/** Before what is sealed in a proposal's file stands its name [B5]. Bytes. */
export const nameLength = 16;

/** What a file says at its start that it is, and what follows; a proposal that cannot be whole is told before its words are asked for. */
export function startOfOurFile(file: Uint8Array): Result<FileStart, SpaceFileFailure> {
  const start = readFileStart(file);
  if (!start.ok) return err({ type: start.error === "newer" ? "NewerFile" : "NotASpaceFile" });
  const { kind, rest } = start.value;
  const isCut = kind === "proposal" && !isPaperLength(rest.length - nameLength);
  return isCut ? err({ type: "Damaged" }) : start;
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
