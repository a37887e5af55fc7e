/** One line of the results: a value for each journal size, or one for all. */
export interface BenchRow {
  readonly measure: string;
  readonly unit: "ms" | "kB";
  readonly values: readonly number[];
  /** What the budget is about, worked out from this run. */
  readonly ratio?: { readonly of: string; readonly value: number };
  /** The most that `ratio`, or else the value in the largest journal, may be. */
  readonly budget?: number;
}

/** Whether a row keeps its budget; null where it has none. */
export function isWithin({ values, ratio, budget }: BenchRow): boolean | null {
  if (budget === undefined) return null;
  return (ratio ? ratio.value : (values.at(-1) ?? Number.NaN)) <= budget;
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** The results as a Markdown table. */
export function benchTable(sizes: readonly number[], rows: readonly BenchRow[]): string {
  const heads = ["", ...sizes.map((size) => size.toLocaleString("en-GB")), "ratio", "budget"];
  const lines = rows.map((row) => {
    const { measure, unit, values, ratio, budget } = row;
    const cells = sizes.map((_, at) => {
      const value = values.length === 1 ? values[0] : values[at];
      return value === undefined ? "" : `${figure(value)} ${unit}`;
    });
    const limit = ratio ? `${budget}×` : `${budget} ${unit}`;
    const verdict =
      budget === undefined ? "" : `${limit}: ${isWithin(row) ? "kept" : "**missed**"}`;
    return [measure, ...cells, ratio ? `${ratio.value.toFixed(2)}× ${ratio.of}` : "", verdict];
  });
  const rule = heads.map((_, at) => (at === 0 ? "---" : "---:"));
  return [heads, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
