import type { ReceivedOutcome, ReceivedUpdates } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** What is known elsewhere of each record of a snapshot that was kept: one whole state each. */
export const learnKept = (
  { tools, known }: SpaceContext,
  received: readonly ReceivedUpdates[],
  outcomes: readonly ReceivedOutcome[],
): ReadonlyMap<string, Uint8Array> =>
  new Map(
    outcomes.flatMap(({ id, outcomes: [outcome] }, at) => {
      const bytes = received[at]?.updates[0]?.bytes;
      if (outcome !== "kept" || bytes === undefined) return [];
      return [[id, tools.store.learn(known.get(id) ?? null, [bytes])]];
    }),
  );
