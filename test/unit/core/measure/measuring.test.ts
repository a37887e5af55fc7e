import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankMeasure } from "#core/measure/blankMeasure.ts";
import { chartQuestion } from "#core/measure/chartQuestion.ts";
import type { Day } from "#core/measure/Day.ts";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import { type Measuring, measuringSchema, nothingMeasured } from "#core/measure/Measuring.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { journalRecordSchema } from "#core/record/JournalRecord.ts";
import { createReplica } from "#replica/createReplica.ts";
import { openDocument, stateOf } from "#replica/RecordDocument.ts";
import { seededRandom } from "../../replica/seededRandom.ts";

const day = (text: string) => text as Day;
const proposal = blankProposal("p" as ProposalId, instant(1));
const measure = blankMeasure("m", "Minutes");
const withMeasuring = (measuring: Measuring) => ({ ...proposal, measuring });
const replicaOf = (seed: number) => createReplica(seededRandom(seed));

describe("a proposal from before there were charts", () => {
  it("is read as one that measures nothing", () => {
    const { measuring: _, ...old } = proposal;
    expect(v.parse(journalRecordSchema, old)).toEqual(proposal);
  });

  it("merges with one that measures something: the numbers stay", () => {
    const replica = replicaOf(1);
    const state = replica.begin(proposal);
    // What an older version wrote has no trace of measures.
    const document = openDocument([state]);
    expect([...document.values.keys()].filter((key) => key.startsWith("measuring"))).toEqual([]);
    const point = { id: "a", measure: "m", on: day("2026-01-05"), value: 3 };
    const revised = replica.revise(
      stateOf(document),
      withMeasuring({ measures: [measure], points: [point], changes: [] }),
    );
    if (!revised.ok) throw new Error("not revised");
    const merged = replica.merge(revised.value, state);
    if (!merged.ok) throw new Error("not merged");
    expect(replica.read(merged.value)).toMatchObject({
      ok: true,
      value: { measuring: { measures: [measure], points: [point] } },
    });
  });
});

describe("two devices that write numbers apart", () => {
  const begun = withMeasuring({
    measures: [measure],
    points: [{ id: "a", measure: "m", on: day("2026-01-05"), value: 3 }],
    changes: [{ id: "c", on: day("2026-01-06"), what: "Asked", restarts: false }],
  });
  const apart = (one: Measuring, other: Measuring) => {
    const [here, there] = [replicaOf(1), replicaOf(2)];
    const state = here.begin(begun);
    const mine = here.revise(state, withMeasuring(one));
    const theirs = there.revise(state, withMeasuring(other));
    if (!mine.ok || !theirs.ok) throw new Error("not revised");
    const merged = here.merge(mine.value, theirs.value);
    const read = merged.ok ? here.read(merged.value) : merged;
    if (!read.ok || read.value.kind !== "proposal") throw new Error("not read");
    return read.value.measuring;
  };

  it("both keep what both added", () => {
    const point = (id: string, value: number) => ({
      id,
      measure: "m",
      on: day("2026-01-12"),
      value,
    });
    const { measuring } = begun;
    const merged = apart(
      editMeasuring.putPoints(measuring, [point("b", 4)]),
      editMeasuring.putPoints(measuring, [point("c", 5), point("d", 6)]),
    );
    expect(merged.points.map(({ id }) => id).sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("one corrects a number while the other renames the measure and words the change: all stays", () => {
    const { measuring } = begun;
    const merged = apart(
      editMeasuring.putPoints(measuring, [
        { id: "a", measure: "m", on: day("2026-01-05"), value: 33 },
      ]),
      editMeasuring.putChange(editMeasuring.changeMeasure(measuring, "m", { name: "Waiting" }), {
        id: "c",
        on: day("2026-01-06"),
        what: "Asked pharmacy",
        restarts: true,
      }),
    );
    expect(merged).toEqual({
      measures: [{ ...measure, name: "Waiting" }],
      points: [{ id: "a", measure: "m", on: "2026-01-05", value: 33 }],
      changes: [{ id: "c", on: "2026-01-06", what: "Asked pharmacy", restarts: true }],
    });
  });
});

describe("small changes to what is measured", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
  const points = ids.map((named) =>
    named.map((id, value) => ({ id, measure: "m", on: day("2026-01-05"), value })),
  );

  it("putting points keeps the others and replaces those with the same id", () => {
    fc.assert(
      fc.property(points, points, (there, put) => {
        const next = editMeasuring.putPoints({ ...nothingMeasured, points: there }, put);
        const expected = new Map([...there, ...put].map((point) => [point.id, point]));
        expect(new Map(next.points.map((point) => [point.id, point]))).toEqual(expected);
        expect(next.points).toHaveLength(expected.size);
        expect(v.parse(measuringSchema, next)).toEqual(next);
      }),
    );
  });

  it("removing a measure takes its points and no others", () => {
    const both = {
      measures: [measure, blankMeasure("n", "Other")],
      points: [
        { id: "a", measure: "m", on: day("2026-01-05"), value: 1 },
        { id: "b", measure: "n", on: day("2026-01-05"), value: 2 },
      ],
      changes: [{ id: "c", on: day("2026-01-05"), what: "x", restarts: false }],
    };
    const next = editMeasuring.removeMeasure(both, "m");
    expect(next.measures.map(({ id }) => id)).toEqual(["n"]);
    expect(next.points.map(({ id }) => id)).toEqual(["b"]);
    expect(next.changes).toEqual(both.changes);
  });

  it("a question has the points of its measure in date order, those of a day as they were put in", () => {
    const measuring = {
      measures: [measure],
      points: [
        { id: "a", measure: "m", on: day("2026-01-12"), value: 1 },
        { id: "b", measure: "n", on: day("2026-01-01"), value: 9 },
        { id: "c", measure: "m", on: day("2026-01-05"), value: 2 },
        { id: "d", measure: "m", on: day("2026-01-12"), value: 3 },
      ],
      changes: [
        { id: "y", on: day("2026-02-01"), what: "", restarts: true },
        { id: "x", on: day("2026-01-06"), what: "", restarts: true },
        { id: "z", on: day("2026-01-07"), what: "", restarts: false },
      ],
    };
    const question = chartQuestion(measuring, measure);
    expect(question.points.map(({ value }) => value)).toEqual([2, 1, 3]);
    expect(question.restartsOn).toEqual(["2026-01-06", "2026-02-01"]);
  });
});
