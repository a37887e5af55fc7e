import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { createReplica } from "#replica/createReplica.ts";
import { anyRecord, arbitraryRecord, kinds } from "./arbitraryRecord.ts";
import { seededRandom } from "./seededRandom.ts";

const replica = createReplica(seededRandom(1));
const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error("malformed");
  return result.value;
};
const read = (state: Uint8Array) => value(replica.read(state));
const revise = (state: Uint8Array, next: JournalRecord) => value(replica.revise(state, next));
const merge = (...states: Uint8Array[]) =>
  states.reduce((one, other) => value(replica.merge(one, other)));

/** Some record, and what three people made of it apart: same kind and id. */
const threeWays = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fc.tuple(
      arbitraryRecord(kind),
      arbitraryRecord(kind),
      arbitraryRecord(kind),
      arbitraryRecord(kind),
    ),
  )
  .map(([first, ...others]) => ({
    first,
    edits: others.map((other) => ({ ...other, id: first.id }) as JournalRecord),
  }));

describe.each(kinds)("a record of kind %s", (kind) => {
  test("reads as it was begun", () => {
    fc.assert(
      fc.property(arbitraryRecord(kind), (record) => {
        expect(read(replica.begin(record))).toEqual(record);
      }),
    );
  });

  test("reads as it was revised, whatever it said before", () => {
    fc.assert(
      fc.property(arbitraryRecord(kind), arbitraryRecord(kind), (before, after) => {
        expect(read(revise(replica.begin(before), after))).toEqual(after);
      }),
    );
  });
});

test("merging does not mind the order", () => {
  fc.assert(
    fc.property(threeWays, ({ first, edits: [a, b] }) => {
      const state = replica.begin(first);
      const [one, other] = [revise(state, a ?? first), revise(state, b ?? first)];
      expect(read(merge(one, other))).toEqual(read(merge(other, one)));
    }),
  );
});

test("merging does not mind the grouping", () => {
  fc.assert(
    fc.property(threeWays, ({ first, edits }) => {
      const state = replica.begin(first);
      const [a, b, c] = edits.map((edit) => revise(state, edit));
      if (!a || !b || !c) throw new Error("three edits");
      expect(read(merge(merge(a, b), c))).toEqual(read(merge(a, merge(b, c))));
    }),
  );
});

test("merging again changes nothing", () => {
  fc.assert(
    fc.property(threeWays, ({ first, edits: [a, b] }) => {
      const state = replica.begin(first);
      const [one, other] = [revise(state, a ?? first), revise(state, b ?? first)];
      const merged = merge(one, other);
      expect(read(merge(one, one))).toEqual(read(one));
      expect(merge(merged, one, other, state)).toEqual(merged);
    }),
  );
});

test("a state that is revised to what it says already stays as it is", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const state = replica.begin(record);
      expect(revise(state, record)).toEqual(state);
    }),
  );
});

test("the same randomness gives the same bytes", () => {
  fc.assert(
    fc.property(anyRecord, fc.integer(), (record, seed) => {
      const begin = () => createReplica(seededRandom(seed)).begin(record);
      expect(begin()).toEqual(begin());
    }),
  );
});

test("half characters are stored as the replacement character, not lost with what surrounds them", () => {
  const [record] = fc.sample(arbitraryRecord("model"), { numRuns: 1, seed: 1 });
  if (record?.kind !== "model") throw new Error("a model");
  expect(read(replica.begin({ ...record, name: "a\ud83db" }))).toMatchObject({
    name: "a\ufffdb",
  });
});
