import type { Workspace } from "./Workspace.ts";

/** How long a deleted entry stays in the bin: 30 days, in milliseconds. */
const kept = 30 * 24 * 60 * 60 * 1000;

const done = new WeakSet<Workspace>();

/** Removes for good what has lain in the bin for 30 days; looks once per opened journal. A failure is tried again next time. */
export async function clearOldBin(workspace: Workspace): Promise<void> {
  if (done.has(workspace)) return;
  done.add(workspace);
  const mark = workspace.mark();
  const { ids } = await workspace.reader.timeline({ inBin: true }, mark);
  if (ids.length === 0) return;
  const lines = await workspace.reader.lines(ids, mark);
  const limit = workspace.clock.now() - kept;
  const old = lines.filter((line) => line.deletedAt !== null && line.deletedAt < limit);
  if (old.length === 0) return;
  const purged = await workspace.vault.purge(old.map((line) => line.id));
  if (purged.ok) workspace.wrote(purged.value);
}
