import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { uncoverPage } from "#app/lock/coverPage.ts";
import type { Lock } from "#app/lock/createLock.ts";
import { LockGuard } from "#app/lock/LockGuard.tsx";
import { joinTabLine } from "#app/lock/TabNews.ts";
import { instant } from "#base/Clock.ts";
import "#ui/base.css";
import { expectAccessible } from "../expectAccessible.ts";

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  }),
);
afterEach(() => {
  cleanup();
  uncoverPage();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

function guard(isSaved = true) {
  const lock = vi.fn(async () => {});
  const whole: Lock = {
    lock,
    isLocking: () => false,
    beforeLock: () => () => {},
    saveAll: async () => isSaved,
    abandon: () => {},
  };
  const tabs = joinTabLine("lock-guard");
  const clock = { now: () => instant(Date.now()) };
  render(<LockGuard lock={whole} tabs={tabs} clock={clock} idleMinutes={2} />);
  return lock;
}

it("asks with the focus on staying, counts down, and locks when nobody answers", async () => {
  const lock = guard();
  await pass(100_000);
  screen.getByRole("dialog", { name: "Still there?" });
  screen.getByText("The journal locks in 20 seconds.");
  expect(document.activeElement?.textContent).toBe("Stay here");
  await pass(19_000);
  screen.getByText("The journal locks in 1 second.");
  expect(lock).not.toHaveBeenCalled();
  await pass(1000);
  expect(lock).toHaveBeenCalledOnce();
});

it("says whether what was written is kept, before it locks over words that are not", async () => {
  guard();
  await pass(100_000);
  screen.getByText("What you have written is kept on this device.");
  cleanup();
  guard(false);
  await pass(100_000);
  screen.getByText(/could not keep all that you have written\. Stay, and copy/);
});

it("stays for any key, and the question goes", async () => {
  const lock = guard();
  await pass(105_000);
  await act(async () => {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }));
  });
  expect(screen.queryByRole("dialog")).toBeNull();
  await pass(99_000);
  expect(lock).not.toHaveBeenCalled();
});

it("asks in words and ways that everyone can use", async () => {
  guard();
  await pass(100_000);
  vi.useRealTimers();
  await expectAccessible();
});
