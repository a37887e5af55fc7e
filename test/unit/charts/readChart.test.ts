import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChart } from "#charts/readChart.ts";
import { signalsOf } from "#charts/signalsOf.ts";
import type { ChartQuestion } from "#core/chart/ChartQuestion.ts";
import type { ChartReading } from "#core/chart/ChartReading.ts";
import { type Day, dayAt } from "#core/measure/Day.ts";

const day = (number: number): Day => {
  const found = dayAt(number);
  if (found === null) throw new Error("no such day");
  return found;
};

/** A question about values a week apart. */
const weekly = (values: readonly number[], over: Partial<ChartQuestion> = {}): ChartQuestion => ({
  kind: "auto",
  better: "decrease",
  target: null,
  fixFirst: null,
  screening: true,
  points: values.map((value, index) => ({ on: day(20_000 + index * 7), value })),
  restartsOn: [],
  ...over,
});

const read = (question: ChartQuestion): ChartReading => {
  const result = readChart(question);
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
};
const types = (reading: ChartReading) => reading.findings.map(({ type }) => type);
const caveats = (reading: ChartReading) => reading.caveats.map(({ type }) => type);

const wavering = [5, 7, 4, 6, 5, 8, 4, 6, 5, 7, 5, 6, 4, 7];

describe("which chart", () => {
  it("is a run chart for eleven points and an XmR chart for twelve, unless one is asked for", () => {
    expect(read(weekly(wavering.slice(0, 11))).kind).toBe("run");
    expect(read(weekly(wavering.slice(0, 12))).kind).toBe("xmr");
    expect(read(weekly(wavering.slice(0, 11), { kind: "xmr" })).kind).toBe("xmr");
    expect(read(weekly(wavering, { kind: "run" })).kind).toBe("run");
  });
});

describe("what is said of a series", () => {
  it("with no points, that there are none; with one, that it needs another", () => {
    expect(types(read(weekly([])))).toEqual(["no-points"]);
    expect(types(read(weekly([4])))).toEqual(["one-point"]);
  });

  it("nothing unusual: that it is quiet, and that quiet is not good", () => {
    const reading = read(weekly(wavering));
    expect(types(reading)).toEqual(["quiet"]);
    expect(caveats(reading)).toEqual(["quiet-is-not-good"]);
  });

  it("all the same: that there is nothing to compare with, and no limits", () => {
    const reading = read(weekly(new Array(20).fill(3)));
    expect(types(reading)).toEqual(["flat"]);
    expect(reading.stretches[0]?.upper).toBeNull();
  });

  it("under twelve points on an XmR chart: trial limits, with how many points there are", () => {
    const reading = read(weekly(wavering.slice(0, 9), { kind: "xmr" }));
    expect(reading.caveats).toContainEqual({ type: "trial-limits", count: 9 });
    expect(caveats(read(weekly(wavering)))).not.toContain("trial-limits");
  });

  it("too few on a run chart: how many of them are off the median", () => {
    expect(read(weekly([1, 2, 3])).caveats).toContainEqual({ type: "few-points", count: 2 });
  });

  it("a shift that lasts: for the better where lower is better, for the worse where higher is, and never why", () => {
    const values = [...wavering, 1, 2, 1, 2, 1, 2, 1, 2];
    const better = read(weekly(values));
    expect(better.findings[0]).toMatchObject({
      type: "signal",
      cause: "shift",
      high: false,
      meaning: "special_cause_improvement",
      reachesLatest: true,
      count: 8,
    });
    expect(better.variation).toBe("special_cause_improvement");
    expect(read(weekly(values, { better: "increase" })).variation).toBe("special_cause_concern");
    expect(read(weekly(values, { better: "neutral" })).variation).toBe("special_cause_neutral_low");
    expect(caveats(better)).toContain("says-not-why");
  });

  it("dates at an uneven rhythm are told; months and working days are even enough", () => {
    const on = (days: readonly number[]) =>
      weekly([], { points: days.map((number) => ({ on: day(number), value: number % 5 })) });
    expect(caveats(read(on([0, 7, 14, 60, 67, 74])))).toContain("uneven-days");
    expect(caveats(read(on([0, 31, 59, 90, 120, 151])))).not.toContain("uneven-days");
    expect(caveats(read(on([4, 5, 6, 7, 8, 11, 12, 13, 14, 15])))).not.toContain("uneven-days");
  });

  it("a run chart's long runs and few crossings are told where no rule of six shows them", () => {
    const drift = [1, 2, 1, 2, 1, 9, 8, 9, 8, 9];
    expect(types(read(weekly(drift, { kind: "run" })))).toContain("few-crossings");
  });
});

describe("restarts", () => {
  it("begin a stretch at the first point on or after their day", () => {
    const values = [...wavering, ...wavering];
    const reading = read(weekly(values, { restartsOn: [day(20_000 + 13 * 7 + 1)] }));
    expect(reading.stretches.map(({ start, end }) => [start, end])).toEqual([
      [0, 13],
      [14, 27],
    ]);
    expect(reading.points.map(({ stretch }) => stretch)).toEqual([
      ...new Array(14).fill(0),
      ...new Array(14).fill(1),
    ]);
  });

  it("before the first point, after the last, or on one day twice, change nothing more", () => {
    const plain = read(weekly(wavering));
    const outside = weekly(wavering, { restartsOn: [day(1), day(20_000), day(30_000)] });
    expect(read(outside)).toEqual(plain);
    const at = day(20_000 + 7 * 7);
    expect(read(weekly(wavering, { restartsOn: [at, at] }))).toEqual(
      read(weekly(wavering, { restartsOn: [at] })),
    );
  });

  it("each stretch of a run chart has a median of its own", () => {
    const reading = read(
      weekly([1, 1, 1, 9, 9, 9], { kind: "run", restartsOn: [day(20_000 + 3 * 7)] }),
    );
    expect(reading.stretches.map(({ centre }) => centre)).toEqual([1, 9]);
  });
});

describe("signals", () => {
  const question = fc
    .record({
      values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 60 }),
      kind: fc.constantFrom("run" as const, "xmr" as const),
      restarts: fc.array(fc.nat(60), { maxLength: 3 }),
    })
    .map(({ values, kind, restarts }) =>
      weekly(values, { kind, restartsOn: restarts.map((week) => day(20_000 + week * 7)).sort() }),
    );

  it("hold every flagged point once and none that is not flagged", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const reading = read(asked);
        const flagged = reading.points.filter(({ cause }) => cause.type !== "none").length;
        const signals = signalsOf(reading);
        expect(signals.reduce((sum, { count }) => sum + count, 0)).toBe(flagged);
        for (const { from, to, cause, high } of signals) {
          expect(reading.points[from]?.cause).toEqual({ type: cause, high });
          expect(reading.points[to]?.cause).toEqual({ type: cause, high });
          expect(reading.points[from]?.stretch).toBe(reading.points[to]?.stretch);
        }
      }),
    );
  });

  it("every flagged point lies in what is told, each special cause is told once, and a told shift is as long as shifts are", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const reading = read(asked);
        const told = reading.findings.flatMap((finding) =>
          finding.type === "signal" || finding.type === "earlier" ? [finding] : [],
        );
        reading.points.forEach(({ cause }, index) => {
          if (cause.type === "none") return;
          expect(told.some(({ from, to }) => from <= index && index <= to)).toBe(true);
        });
        const signals = told.flatMap((finding) => (finding.type === "signal" ? [finding] : []));
        signals.forEach((signal, index) => {
          if (signal.cause === "shift")
            expect(signal.count).toBeGreaterThanOrEqual(reading.kind === "xmr" ? 7 : 6);
          const before = signals[index + 1];
          if (before === undefined || before.to + 1 !== signal.from) return;
          const isOneSide = before.high === signal.high && before.cause !== "trend";
          const [last, first] = [reading.points[before.to], reading.points[signal.from]];
          if (isOneSide && signal.cause !== "trend") expect(last?.stretch).not.toBe(first?.stretch);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("a quiet sentence is said exactly where no point is flagged and no run is odd", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const reading = read(asked);
        const isFlagged = reading.points.some(({ cause }) => cause.type !== "none");
        if (isFlagged) expect(types(reading)).toContain("signal");
        if (types(reading).includes("quiet")) expect(isFlagged).toBe(false);
        expect(reading.findings.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("bad questions", () => {
  it("values that are no numbers are refused, whoever asks", () => {
    expect(readChart(weekly([1, Number.POSITIVE_INFINITY])).ok).toBe(false);
    expect(readChart(weekly([1, Number.NaN])).ok).toBe(false);
  });

  it("100,000 points with 50 restarts are read in moments", () => {
    const points = Array.from({ length: 100_000 }, (_, index) => ({
      on: day(Math.floor(index / 4)),
      value: (index * 7919) % 101,
    }));
    const restartsOn = Array.from({ length: 50 }, (_, index) => day(index * 500));
    const from = performance.now();
    expect(read(weekly([], { points, restartsOn })).points).toHaveLength(100_000);
    expect(performance.now() - from).toBeLessThan(8000);
  });
});
