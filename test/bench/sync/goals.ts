import type { GrowthLine } from "./measureGrowth.ts";

/** What one system came to: medians of the rounds. */
export interface Measured {
  readonly name: string;
  readonly acknowledges: string;
  /** A. Milliseconds until a new device has everything. */
  readonly aMs: number;
  /** Of it, those that went into merging and keeping; null where nothing is kept. */
  readonly aKeeping: number | null;
  readonly aMegabytes: number;
  readonly cMs: number;
  readonly cLost: number;
  readonly b50: number;
  readonly b95: number;
  /** D. Acknowledged updates a second. */
  readonly perSecond: number;
  /** Processor time of the server for 1,000 updates, in ms. */
  readonly processor: number;
  /** E. */
  readonly megabytes: number;
  /** F. Null where nothing is on disk to begin with. */
  readonly lost: number | null;
}

/** A goal of sync.md: a figure as a ratio to the better of the peers, at most or at least so much. */
interface Goal {
  readonly name: string;
  readonly of: (measured: Measured) => number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

const goals: readonly Goal[] = [
  { name: "A time", of: ({ aMs }) => aMs, atMost: 0.8 },
  { name: "A bytes", of: ({ aMegabytes }) => aMegabytes, atMost: 0.26 },
  { name: "B p95", of: ({ b95 }) => b95, atMost: 1 },
  { name: "C time", of: ({ cMs }) => cMs, atMost: 0.85 },
  { name: "D updates/s", of: ({ perSecond }) => perSecond, atLeast: 1.1 },
  { name: "E memory", of: ({ megabytes }) => megabytes, atMost: 0.4 },
];

/** Two figures of one thing may differ so much by chance. */
const chance = 1.1;
const atLeastOfTwoNodes = 1.6;

const table = (heads: readonly string[], lines: readonly (readonly string[])[], texts: number) =>
  [heads, heads.map((_, at) => (at < texts ? "---" : "---:")), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const judged = (isKept: boolean) => (isKept ? "kept" : "**missed**");

/** Every figure of every system. */
export function measuredTable(measured: readonly Measured[]): string {
  const heads = [
    ...["system", "acknowledged", "A ms", "of it keeping", "A MB", "B p50 ms", "B p95 ms"],
    ...["C ms", "C lost", "D updates/s", "D server CPU ms a 1,000", "E MB", "F lost"],
  ];
  const lines = measured.map((one) => [
    one.name,
    one.acknowledges,
    one.aMs.toFixed(0),
    one.aKeeping?.toFixed(0) ?? "nothing kept",
    one.aMegabytes.toFixed(2),
    one.b50.toFixed(1),
    one.b95.toFixed(1),
    one.cMs.toFixed(0),
    String(one.cLost),
    one.perSecond.toFixed(0),
    one.processor.toFixed(0),
    one.megabytes.toFixed(0),
    one.lost === null ? "all in memory" : String(one.lost),
  ]);
  return table(heads, lines, 2);
}

/** Each goal of sync.md, and how each of our systems stands to it beside the better peer (by `peers`' names). */
export function goalsTable(
  measured: readonly Measured[],
  peers: ReadonlySet<string>,
  growth: readonly GrowthLine[],
): string {
  const ours = measured.filter(({ name }) => !peers.has(name));
  const theirs = measured.filter(({ name }) => peers.has(name));
  const heads = ["goal, beside the better Hocuspocus", ...ours.map(({ name }) => name)];
  const lines = goals.map(({ name, of, atMost, atLeast }) => {
    const best = (atMost === undefined ? Math.max : Math.min)(...theirs.map(of));
    const cells = ours.map((one) => {
      const ratio = of(one) / best;
      const isKept = atMost === undefined ? ratio >= (atLeast ?? 0) : ratio <= atMost;
      return theirs.length === 0 ? "no peer" : `${ratio.toFixed(2)}× ${judged(isKept)}`;
    });
    const goal = atMost === undefined ? `≥ ${atLeast}×` : `≤ ${atMost}×`;
    return [`${name} ${goal}`, ...cells];
  });
  const nothing = (count: number | null) => `${count ?? "–"} ${judged(count === 0)}`;
  lines.push(["C lost 0", ...ours.map(({ cLost }) => nothing(cLost))]);
  lines.push(["F lost 0", ...ours.map(({ lost }) => nothing(lost))]);
  return [table(heads, lines, 1), ...growthGoals(growth), ...nodesGoal(ours)].join("\n\n");
}

/** What a row costs server and database among the most spaces, beside among the fewest. */
function growthGoals(growth: readonly GrowthLine[]): readonly string[] {
  const costOf = (line: GrowthLine) => line.nodeMsPerRow + (line.databaseMsPerRow ?? 0);
  return [...new Set(growth.map(({ name }) => name))].flatMap((name) => {
    const lines = growth.filter((line) => line.name === name);
    const [few, many] = [lines[0], lines.at(-1)];
    if (few === undefined || many === undefined || few === many) return [];
    const ratio = costOf(many) / costOf(few);
    const said = `a row among ${many.spaces} spaces costs ${ratio.toFixed(2)}× of one among ${few.spaces}`;
    return [`${name}: ${said} (goal ≤ 1×, by chance ${chance}×): ${judged(ratio <= chance)}`];
  });
}

function nodesGoal(ours: readonly Measured[]): readonly string[] {
  const one = ours.find(({ name }) => name.endsWith("PostgreSQL"));
  const two = ours.find(({ name }) => name.endsWith("two nodes"));
  if (one === undefined || two === undefined) return [];
  const ratio = two.perSecond / one.perSecond;
  const said = `two nodes on PostgreSQL carry ${ratio.toFixed(2)}× of one in D`;
  return [
    `${said} (goal ≥ ${atLeastOfTwoNodes}×): ${judged(ratio >= atLeastOfTwoNodes)}; clients, nodes and database share this machine's cores`,
  ];
}
