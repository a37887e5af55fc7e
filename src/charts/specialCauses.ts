/** Points in a row that make a trend or a shift (NHSRplotthedots 0.2.2, Making Data Count). */
const runLength = 7;

/** Marks each index that lies in some stretch of at least `length` for which `continues` holds from one index to the next. */
function membersOfRuns(
  count: number,
  length: number,
  continues: (from: number) => boolean,
): boolean[] {
  const members = new Array<boolean>(count).fill(false);
  let start = 0;
  for (let end = 0; end < count; end += 1) {
    if (end + 1 < count && continues(end)) continue;
    if (end - start + 1 >= length) members.fill(true, start, end + 1);
    start = end + 1;
  }
  return members;
}

/** Seven points whose six steps all go strictly the same way; a tie breaks it. All members are marked. */
export function trendMembers(values: readonly number[]): boolean[] {
  const step = (from: number) => Math.sign((values[from + 1] ?? Number.NaN) - (values[from] ?? 0));
  const members = new Array<boolean>(values.length).fill(false);
  let start = 0;
  for (let end = 1; end <= values.length; end += 1) {
    const direction = step(end - 1);
    if (end < values.length && direction !== 0 && (end - 1 === start || direction === step(start)))
      continue;
    if (end - start >= runLength) members.fill(true, start, end);
    // A turning point ends one run and starts the next; after a tie the next run starts afresh.
    const turns = end < values.length && direction !== 0 && end - 1 > start;
    start = turns ? end - 1 : end;
  }
  return members;
}

/** Seven points in a row on one side of the mean; a point on the mean breaks it. All members are marked. */
export function oneSideMembers(sides: readonly number[]): boolean[] {
  const members = membersOfRuns(sides.length, runLength, (from) => sides[from] === sides[from + 1]);
  return members.map((member, index) => member && sides[index] !== 0);
}

/** Three points in a row on one side of the mean, at least two of them near the limit: those near are marked. */
export function twoInThreeMembers(near: readonly boolean[], sides: readonly number[]): boolean[] {
  const members = new Array<boolean>(near.length).fill(false);
  for (let last = 2; last < near.length; last += 1) {
    const side = sides[last];
    if (side === 0 || sides[last - 1] !== side || sides[last - 2] !== side) continue;
    const close = Number(near[last]) + Number(near[last - 1]) + Number(near[last - 2]);
    if (close < 2) continue;
    for (let index = last - 2; index <= last; index += 1) if (near[index]) members[index] = true;
  }
  return members;
}
