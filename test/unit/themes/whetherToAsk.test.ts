import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whetherToAsk } from "#themes/whetherToAsk.ts";

const worth = fc.double({ min: 0.001, max: 1.3, noNaN: true });

describe("whether to ask", () => {
  it("keeps to the writer's own measure, however much alike all they write is", () => {
    for (const scale of [1, 5, 50]) {
      const written = Array.from({ length: 400 }, (_, at) => (((at * 73) % 101) / 101) * scale);
      const asked = written.filter((each, at) =>
        whetherToAsk(each, written.slice(0, at).slice(-40)),
      );
      expect(asked.length / written.length).toBeLessThanOrEqual(0.62);
    }
  });

  it("still asks after the best of a writer of whom little is alike", () => {
    const written = Array.from({ length: 200 }, (_, at) => (((at * 73) % 101) / 101) * 0.05);
    const asked = written.filter((each, at) => whetherToAsk(each, written.slice(0, at).slice(-40)));
    expect(asked.length / written.length).toBeGreaterThan(0.05);
    expect(asked.length / written.length).toBeLessThan(0.3);
  });

  it("never asks for less where it asks for more, all else being equal", () => {
    fc.assert(
      fc.property(fc.array(worth, { maxLength: 60 }), worth, worth, (usual, a, b) => {
        if (whetherToAsk(Math.min(a, b), usual)) {
          expect(whetherToAsk(Math.max(a, b), usual)).toBe(true);
        }
      }),
    );
  });
});
