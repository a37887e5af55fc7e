import { err, ok, type Result } from "#base/Result.ts";
import { standingOf } from "./confirmSnapshot.ts";
import type { FollowFailure, Level } from "./followMembers.ts";
import { askForManifest, isGoodManifest, openSnapshot } from "./openSnapshot.ts";
import { type SpaceContext, tell } from "./SpaceContext.ts";
import { takeSnapshot } from "./takeSnapshot.ts";

/** What came of looking for a snapshot to begin with: none is there, or none that enough devices have signed. */
export type SnapshotRead = "taken" | "none" | "unconfirmed";

/**
 * Reads a snapshot that enough devices confirmed, in place of rows up to where it stands: the one that
 * the server says was, or the newest. `none` where there is none that goes as far as rows have been let
 * go, and no further than the log. One that is shown as confirmed and is not, is told.
 */
export async function readSnapshot(
  space: SpaceContext,
  level: Pick<Level, "floor" | "head">,
): Promise<Result<SnapshotRead, FollowFailure>> {
  let found: SnapshotRead = "none";
  for (const which of ["confirmed", "latest"] as const) {
    const shown = await askForManifest(space, which);
    if (!shown.ok) return shown;
    const upTo = shown.value?.manifest.upTo ?? -1;
    if (shown.value === null || upTo < level.floor || upTo > level.head) continue;
    if (!(await isGoodManifest(space, shown.value.manifest))) return err({ type: "NotAServer" });
    if ((await standingOf(space, shown.value)) !== "confirmed") {
      if (which === "confirmed") await tell(space, { type: "BadSnapshot" });
      found = "unconfirmed";
      continue;
    }
    const received = await openSnapshot(space, shown.value.manifest);
    if (!received.ok) return received;
    const taken = await takeSnapshot(space, shown.value, received.value);
    return taken.ok ? ok("taken") : err(taken.error);
  }
  return ok(found);
}
