import type { Random } from "#base/Random.ts";

/** Decisions from a seed. */
export function dice(random: Random) {
  const below = (limit: number) => {
    const view = new DataView(random.bytes(4).buffer);
    return Math.floor((view.getUint32(0) / 2 ** 32) * limit);
  };
  return { below, chance: (of100: number) => below(100) < of100 };
}
