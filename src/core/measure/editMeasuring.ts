import type { Measure, MeasurePoint, Measuring, PracticeChange } from "./Measuring.ts";

/** Puts a thing in place of the one with its id, or after the others. */
function put<T extends { readonly id: string }>(things: readonly T[], thing: T): readonly T[] {
  return things.some(({ id }) => id === thing.id)
    ? things.map((each) => (each.id === thing.id ? thing : each))
    : [...things, thing];
}

/** The small changes a person makes to what a proposal measures; each leaves the rest as it is. */
export const editMeasuring = {
  putMeasure: (measuring: Measuring, measure: Measure): Measuring => ({
    ...measuring,
    measures: put(measuring.measures, measure),
  }),
  /** Changes some of what is said of a measure. */
  changeMeasure: (measuring: Measuring, id: string, next: Partial<Measure>): Measuring => ({
    ...measuring,
    measures: measuring.measures.map((each) => (each.id === id ? { ...each, ...next } : each)),
  }),
  /** Takes a measure away with its points; changes stay, they belong to the proposal. */
  removeMeasure: (measuring: Measuring, id: string): Measuring => ({
    ...measuring,
    measures: measuring.measures.filter((measure) => measure.id !== id),
    points: measuring.points.filter((point) => point.measure !== id),
  }),
  putPoints: (measuring: Measuring, points: readonly MeasurePoint[]): Measuring => {
    const fresh = new Map(points.map((point) => [point.id, point]));
    const kept = measuring.points.map((point) => {
      const next = fresh.get(point.id) ?? point;
      fresh.delete(point.id);
      return next;
    });
    return { ...measuring, points: [...kept, ...fresh.values()] };
  },
  removePoints: (measuring: Measuring, ids: ReadonlySet<string>): Measuring => ({
    ...measuring,
    points: measuring.points.filter((point) => !ids.has(point.id)),
  }),
  putChange: (measuring: Measuring, change: PracticeChange): Measuring => ({
    ...measuring,
    changes: put(measuring.changes, change),
  }),
  removeChange: (measuring: Measuring, id: string): Measuring => ({
    ...measuring,
    changes: measuring.changes.filter((change) => change.id !== id),
  }),
} as const;
