/**
 * Places in a list, as numbers that sort. Things that keep their order keep their number, so that
 * two people who add to one list apart disturb nothing of each other's.
 *
 * `order` names the things as they should stand, `ranks` the numbers of those already there.
 * Returns a number for each of `order`, rising.
 */
export function ranksFor(
  order: readonly string[],
  ranks: ReadonlyMap<string, number>,
): readonly number[] {
  const kept = longestRising(order.map((key) => ranks.get(key)));
  const placed: number[] = [];
  for (let at = 0; at < order.length; ) {
    const own = kept.has(at) ? ranks.get(order[at] ?? "") : undefined;
    if (own !== undefined) {
      placed.push(own);
      at += 1;
      continue;
    }
    let end = at;
    while (end < order.length && !kept.has(end)) end += 1;
    const before = placed.at(-1);
    const after = end < order.length ? ranks.get(order[end] ?? "") : undefined;
    placed.push(...between(before, after, end - at));
    at = end;
  }
  const rising = placed.every((rank, at) => at === 0 || rank > (placed[at - 1] ?? rank));
  // Halving a gap some fifty times uses up a double's digits.
  return rising ? placed : order.map((_, at) => at);
}

function between(before: number | undefined, after: number | undefined, count: number): number[] {
  const steps = Array.from({ length: count }, (_, at) => at + 1);
  if (before === undefined && after === undefined) return steps.map((step) => step - 1);
  if (before === undefined) return steps.map((step) => (after ?? 0) - count + step - 1);
  if (after === undefined) return steps.map((step) => before + step);
  return steps.map((step) => before + ((after - before) * step) / (count + 1));
}

/** The positions of a longest strictly rising run of numbers, not necessarily side by side. */
function longestRising(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  /** For each length, the position where a run of that length ends lowest. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  const valueAt = (position: number | undefined) =>
    position === undefined ? Number.NEGATIVE_INFINITY : (numbers[position] ?? 0);
  numbers.forEach((number, position) => {
    if (number === undefined) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(position, ends[low - 1]);
    ends[low] = position;
  });
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) run.add(at);
  return run;
}
