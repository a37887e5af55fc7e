import type { ReceivedOutcome, ReceivedUpdates } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** What is known elsewhere of each record of which something was kept. */
export const learnKept = (
  { tools, known }: SpaceContext,
  received: readonly ReceivedUpdates[],
  outcomes: readonly ReceivedOutcome[],
): ReadonlyMap<string, Uint8Array> =>
  new Map(
    outcomes.flatMap(({ id, outcomes: each }, at) => {
      const kept = (received[at]?.updates ?? []).filter((_, which) => each[which] === "kept");
      if (kept.length === 0) return [];
      const all = kept.map(({ bytes }) => bytes);
      return [[id, tools.store.learn(known.get(id) ?? null, all)]];
    }),
  );
