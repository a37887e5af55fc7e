import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenMilliseconds, lockDecision, warningMilliseconds } from "#app/lock/lockDecision.ts";

const times = {
  now: fc.integer({ min: 0, max: 10_000_000 }),
  idleMilliseconds: fc.integer({ min: 1, max: 15 }).map((minutes) => minutes * 60_000),
};

describe("whether an open journal stays open", () => {
  it("never locks a journal on screen before its idle time is over, and always after", () => {
    fc.assert(
      fc.property(times.now, times.now, times.idleMilliseconds, (now, lastActive, idle) => {
        const { type } = lockDecision({
          now,
          lastActive,
          hiddenSince: null,
          idleMilliseconds: idle,
        });
        expect(type === "lock").toBe(now - Math.min(lastActive, now) >= idle);
      }),
    );
  });

  it("warns for the last twenty seconds before an idle lock", () => {
    fc.assert(
      fc.property(
        times.idleMilliseconds,
        fc.integer({ min: 1, max: warningMilliseconds }),
        (idle, before) => {
          const now = 50_000_000;
          const lastActive = now - idle + before;
          expect(
            lockDecision({ now, lastActive, hiddenSince: null, idleMilliseconds: idle }),
          ).toEqual({ type: "warn", lockAt: now + before });
        },
      ),
    );
  });

  it("looks again exactly when something changes", () => {
    fc.assert(
      fc.property(
        times.now,
        times.now,
        fc.option(times.now),
        times.idleMilliseconds,
        (now, lastActive, hiddenSince, idleMilliseconds) => {
          const presence = { now, lastActive, hiddenSince, idleMilliseconds };
          const decision = lockDecision(presence);
          if (decision.type !== "stay") return;
          const later = (wait: number) =>
            lockDecision({
              ...presence,
              lastActive: Math.min(lastActive, now),
              hiddenSince: hiddenSince === null ? null : Math.min(hiddenSince, now),
              now: now + wait,
            }).type;
          expect(later(decision.lookAgainIn)).not.toBe("stay");
          if (decision.lookAgainIn > 0) expect(later(decision.lookAgainIn - 1)).toBe("stay");
        },
      ),
    );
  });

  it("locks what has been out of sight for thirty seconds, however recently it was used", () => {
    const now = 1_000_000;
    const seen = (hiddenSince: number) =>
      lockDecision({ now, lastActive: now, hiddenSince, idleMilliseconds: 900_000 }).type;
    expect(seen(now - hiddenMilliseconds)).toBe("lock");
    expect(seen(now - hiddenMilliseconds + 1)).toBe("stay");
  });

  it("takes a clock that went back for activity just now", () => {
    expect(
      lockDecision({
        now: 5000,
        lastActive: 9_000_000,
        hiddenSince: null,
        idleMilliseconds: 60_000,
      }),
    ).toEqual({ type: "stay", lookAgainIn: 60_000 - warningMilliseconds });
  });
});
