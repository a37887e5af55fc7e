import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeKnown,
  forgetKnown,
  type KnownChange,
  type KnownElsewhere,
  readKnown,
} from "#sync/knownElsewhere.ts";
import { wholeRecords } from "#sync/makeSnapshot.ts";
import type { SpaceRow } from "#sync/ports/SpaceStore.ts";
import { team } from "./simulatedTeam.ts";

/** Rows of one part as a disk keeps them, given back in any order. */
function disk(start: readonly SpaceRow[] = []) {
  const rows = new Map(start.map((row) => [row.key, row]));
  return {
    rows,
    keep: ({ put, drop, rely }: KnownChange) => {
      for (const row of put) rows.set(row.key, row);
      for (const { key } of drop) rows.delete(key);
      rely();
    },
    read: () => readKnown([...rows.values()].reverse()),
  };
}

const none = (): KnownElsewhere => ({ known: new Map(), knownRows: new Set() });
const at = (space: KnownElsewhere) => ({ id: "space", ...space });
const sorted = (known: ReadonlyMap<string, Uint8Array>) =>
  [...known].map(([id, bytes]) => `${id} ${bytes.join()}`).sort();

/** As it was kept before many records could stand in one row. */
const alone = (id: string, ...bytes: number[]): SpaceRow => ({
  space: "space",
  part: "known",
  key: id,
  stamp: 0,
  bytes: Uint8Array.from(bytes),
});

const many = (count: number, value: number) =>
  new Map(Array.from({ length: count }, (_, id) => [`r${id}`, Uint8Array.of(value)]));

describe("what others know of records", () => {
  it("is read as it was relied on, whatever was learnt and forgotten in whatever order and number", () => {
    const id = fc.integer({ min: 0, max: 40 }).map((number) => `r${number}`);
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 3 });
    const learnt = fc.array(fc.tuple(id, bytes), { maxLength: 120, size: "max" });
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.record({ learnt, forgotten: fc.array(id, { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.constant("all" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 90, size: "max" }), (steps) => {
        const space = none();
        const kept = disk();
        const model = new Map<string, Uint8Array>();
        for (const one of steps) {
          if (one === "all") {
            model.clear();
            kept.keep(forgetKnown(at(space)));
          } else {
            const said = new Map(one.learnt);
            const forgotten = one.forgotten.filter((gone) => !said.has(gone));
            for (const [record, state] of said) model.set(record, state);
            for (const record of forgotten) model.delete(record);
            kept.keep(changeKnown(at(space), said, forgotten));
          }
          const read = kept.read();
          expect(sorted(read.known)).toEqual(sorted(model));
          expect(sorted(space.known)).toEqual(sorted(model));
          expect([...read.knownRows].sort()).toEqual([...space.knownRows].sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands in one row where many records are learnt at once, and a few rows however often that is", () => {
    const space = none();
    const kept = disk();
    const change = changeKnown(at(space), many(250, 1));
    expect(change.put.length).toBe(1);
    kept.keep(change);
    for (let value = 2; value < 200; value += 1)
      kept.keep(changeKnown(at(space), many(250, value)));
    expect(kept.rows.size).toBeLessThan(40);
    expect(sorted(kept.read().known)).toEqual(sorted(many(250, 199)));
  });

  it("is read from rows of a record each, as they were kept before, and goes over into lists as it is learnt anew", () => {
    const kept = disk([alone("r1", 1), alone("r2", 2), alone("other", 3)]);
    const space = kept.read();
    expect(sorted(space.known)).toEqual(["other 3", "r1 1", "r2 2"]);
    kept.keep(changeKnown(at(space), many(20, 9)));
    expect([...kept.rows.keys()].sort()).toEqual(["/1", "other"]);
    expect(sorted(kept.read().known)).toEqual(
      sorted(new Map([...many(20, 9), ["other", Uint8Array.of(3)]])),
    );
    kept.keep(forgetKnown(at(space)));
    expect(kept.rows.size).toBe(0);
  });

  it("is less where a list does not open, and never more: what was forgotten since stays so", () => {
    const space = none();
    const kept = disk();
    kept.keep(changeKnown(at(space), many(20, 1)));
    kept.keep(changeKnown(at(space), many(18, 2), ["r19"]));
    const list = kept.rows.get("/2");
    if (list === undefined) throw new Error("no second list");
    kept.rows.set("/2", { ...list, bytes: list.bytes.slice(0, -1) });
    const { known } = kept.read();
    expect(known.get("r3")).toEqual(Uint8Array.of(1));
    expect(known.has("r19")).toBe(false);
  });

  it("is said again where it opens no more on the disk: a snapshot lacks nothing, and it is so only once", async () => {
    const { devices, exchange, record, count } = await team(["device 1", "device 2"]);
    const [ash, bo] = devices;
    if (ash === undefined || bo === undefined) throw new Error("nobody there");
    for (let at = 0; at < 20; at += 1) await ash.write(record(), `w${at}`, "proposal");
    await exchange(ash, bo);
    const before = [...bo.space().known.keys()].sort();
    expect(before.length).toBeGreaterThanOrEqual(20);
    expect(bo.spoilKnown()).toBeGreaterThan(0);
    await bo.kill();
    expect(bo.space().known.size).toBe(0);
    await exchange(bo);
    expect([...bo.space().known.keys()].sort()).toEqual(before);
    const whole = await wholeRecords(bo.space());
    expect(whole.ok && whole.value.items.length).toBe(before.length);
    const pushes = count(/POST .*\/rows$/);
    await bo.kill();
    await exchange(bo, ash);
    expect(bo.space().known.size).toBe(before.length);
    expect(count(/POST .*\/rows$/)).toBe(pushes);
    expect(await ash.content()).toBe(await bo.content());
  });
});
