import { dayNumber } from "#core/measure/Day.ts";
import type { MeasurePoint, Measuring } from "#core/measure/Measuring.ts";
import type { OutlineBlock, OutlinePart } from "./OutlinePart.ts";
import type { ProposalWords } from "./ProposalWords.ts";

const millisecondsADay = 86_400_000;

const byDay = (a: { readonly on: string }, b: { readonly on: string }) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

/** What a proposal carries of numbers and of what was changed, for a reader outside; measures without a number are blank. */
export function measuredParts(
  { measures, points, changes }: Measuring,
  w: ProposalWords,
): readonly OutlinePart[] {
  const days = new Intl.DateTimeFormat(w.locale, { dateStyle: "long", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(w.locale, { maximumSignificantDigits: 17 });
  const dayText = (on: MeasurePoint["on"]) => days.format(dayNumber(on) * millisecondsADay);
  const tables = measures.flatMap((measure): OutlineBlock[] => {
    const own = points.filter((point) => point.measure === measure.id).sort(byDay);
    if (own.length === 0) return [];
    return [
      {
        type: "numbers",
        name: measure.name.trim() || w.labels.unnamedMeasure,
        unit: measure.unit.trim(),
        heads: [w.labels.day, w.labels.value],
        rows: own.map(({ on, value }) => [dayText(on), numbers.format(value)]),
      },
    ];
  });
  const told = changes.filter(({ what }) => what.trim() !== "").sort(byDay);
  const changed: OutlineBlock[] =
    told.length === 0
      ? []
      : [
          {
            type: "changes",
            label: w.labels.changes,
            items: told.map(({ on, what }) => ({ when: dayText(on), what: what.trim() })),
          },
        ];
  const blocks = [...tables, ...changed];
  return blocks.length === 0 ? [] : [{ key: "measured", heading: w.labels.measured, blocks }];
}
