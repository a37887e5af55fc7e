import type { SpaceFileKind } from "#core/space/SpaceFiles.ts";
import { dayInName } from "./dayInName.ts";
import { download } from "./download.ts";

/** Saves a sealed file of a team. Its name says what it is and the day, and nothing of what is inside. */
export function saveSpaceFile(kind: SpaceFileKind, bytes: Uint8Array, now: number): void {
  const name = `headroom-${kind}-${dayInName(now)}.headroom`;
  download(new File([new Uint8Array(bytes)], name, { type: "application/octet-stream" }));
}
