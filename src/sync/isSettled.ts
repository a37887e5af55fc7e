import { ok, type Result } from "#base/Result.ts";
import { canWrite } from "./makeRows.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/**
 * Whether this device has all that is in the log up to its cursor and nothing besides: nothing of its
 * own waits to be sent, and everything that came has its place. Only then does what it has say what the
 * log says; what of it waits for something before it (`waitingRows`) is part of that.
 */
export async function isSettled(space: SpaceContext): Promise<Result<boolean, NotKept>> {
  const { outbox, acknowledged, tentative } = space;
  const waits = outbox.length + acknowledged.size + tentative.size > 0;
  if (!canWrite(space) || waits) return ok(false);
  const unsent = await space.tools.store.unsent(space.id, 1);
  return unsent.ok ? ok(unsent.value.length === 0) : unsent;
}
