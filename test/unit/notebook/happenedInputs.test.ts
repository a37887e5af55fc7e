import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import { fromInputs, toInputs } from "#notebook/happenedInputs.ts";

const minute = 60_000;
const anyMinute = fc
  .integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2100, 0, 1) })
  .map((at) => instant(Math.floor(at / minute) * minute));

describe("when it happened, in the device's pickers", () => {
  it("comes back the same to the minute", () => {
    fc.assert(
      fc.property(anyMinute, (at) => {
        const happened = { at, precision: "minute" } as const;
        const back = fromInputs(toInputs(happened), happened);
        expect(back.precision).toBe("minute");
        // In the hour that comes twice when clocks go back, either of the two is right.
        expect(toInputs(back)).toEqual(toInputs(happened));
      }),
    );
  });

  it("is local noon for a day without a time", () => {
    const back = fromInputs(
      { day: "2026-11-19", time: "" },
      { at: instant(0), precision: "minute" },
    );
    expect(back.precision).toBe("day");
    expect(new Date(back.at).getHours()).toBe(12);
    expect(toInputs(back)).toEqual({ day: "2026-11-19", time: "" });
  });

  it("is unknown without a day, and keeps its place in the journal", () => {
    const before = { at: instant(1_700_000_000_000), precision: "minute" } as const;
    expect(fromInputs({ day: "", time: "10:00" }, before)).toEqual({
      at: before.at,
      precision: "unknown",
    });
    expect(fromInputs({ day: "half", time: "" }, before).precision).toBe("unknown");
  });
});
