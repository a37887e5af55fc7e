import { describe, expect, it } from "vitest";
import { shareSweeps } from "#server/mailbox/shareSweeps.ts";

describe("shared sweeps", () => {
  it("answer each who asks by one that began after, however many ask, and few are made", async () => {
    let begun = 0;
    const ends: (() => void)[] = [];
    const sweep = shareSweeps(() => {
      begun += 1;
      return new Promise((resolve) => ends.push(resolve));
    });
    const first = sweep();
    await expect.poll(() => begun).toBe(1);
    const answered: number[] = [];
    const later = Array.from({ length: 50 }, () => sweep().then(() => answered.push(begun)));
    ends[0]?.();
    await first;
    await expect.poll(() => begun, { timeout: 5_000 }).toBe(2);
    expect(answered).toEqual([]);
    ends[1]?.();
    await Promise.all(later);
    expect(answered).toEqual(Array(50).fill(2));
    expect(begun).toBe(2);
  });

  it("rest nine times as long as they took, a second at most, before the next", async () => {
    const times: { readonly from: number; readonly to: number }[] = [];
    const sweep = shareSweeps(async () => {
      const from = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      times.push({ from, to: performance.now() });
    });
    for (let at = 0; at < 4; at += 1) await sweep();
    for (const [at, { from, to }] of times.entries()) {
      const next = times[at + 1];
      if (next) expect(next.from - to).toBeGreaterThanOrEqual(Math.min(1_000, 9 * (to - from)) - 5);
    }
    expect(times).toHaveLength(4);
  });

  it("go on after one that failed, which its askers are told", async () => {
    let isBroken = true;
    const sweep = shareSweeps(async () => {
      if (isBroken) throw new Error("no disk");
    });
    await expect(sweep()).rejects.toThrow("no disk");
    isBroken = false;
    await sweep();
  });
});
