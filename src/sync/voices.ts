import { ok, type Result } from "#base/Result.ts";
import type { FollowFailure } from "./followMembers.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";

/**
 * Fetches what was sealed to this space's boxes since the last look and hands it on; they are opened
 * where the boxes' keys are known. Each device reads them for itself.
 */
export async function takeVoices(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { requests } = space;
  if (requests === null || space.state.kind !== "team") return ok(null);
  for (;;) {
    const path = `/spaces/${space.id}/voices?after=${space.state.voicesThrough}`;
    const frames = await requests.exchange("GET", path);
    if (!frames.ok) return frames.error.type === "Refused" ? ok(null) : frames;
    const voices = frames.value.flatMap((frame) => (frame.type === "voices" ? frame.voices : []));
    if (voices.length === 0) return ok(null);
    const last = Math.max(...voices.map(({ number }) => number));
    const taken = await space.tools.store.takeVoices(space.id, voices);
    if (!taken.ok) return taken;
    if (last <= space.state.voicesThrough) return ok(null);
    space.state = { ...space.state, voicesThrough: last };
    const kept = await space.tools.store.write({ put: [stateRow(space)], drop: [] });
    if (!kept.ok) return kept;
  }
}
