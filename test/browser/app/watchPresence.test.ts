import "#ui/base.css";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uncoverPage } from "#app/lock/coverPage.ts";
import type { TabLine, TabNews } from "#app/lock/TabNews.ts";
import { watchPresence } from "#app/lock/watchPresence.ts";
import { instant } from "#base/Clock.ts";

const minute = 60_000;
const clock = { now: () => instant(Date.now()) };
const stops: (() => void)[] = [];

/** A line on which this test is the other tab. */
function lineOfTwo() {
  const told: TabNews["type"][] = [];
  let listener: (news: TabNews) => void = () => {};
  const line: TabLine = {
    tell: ({ type }) => told.push(type),
    hear: (next) => {
      listener = next;
      return () => {};
    },
  };
  return { line, told, say: (news: TabNews) => listener(news) };
}

function watch(coversOnBlur = false) {
  const decided: string[] = [];
  const other = lineOfTwo();
  stops.push(
    watchPresence({
      clock,
      tabs: other.line,
      idleMilliseconds: 2 * minute,
      coversOnBlur: () => coversOnBlur,
      decide: ({ type }) => decided.push(type),
    }),
  );
  return { decided, ...other };
}

function turn(hidden: boolean): void {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}

const press = () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  Reflect.deleteProperty(document, "hidden");
  uncoverPage();
  vi.useRealTimers();
});

describe("watching over an open journal", () => {
  it("warns twenty seconds before two idle minutes are over, then locks", () => {
    const { decided } = watch();
    vi.advanceTimersByTime(99_000);
    expect(decided).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(decided).toEqual(["warn"]);
    vi.advanceTimersByTime(20_000);
    expect(decided).toEqual(["warn", "lock"]);
  });

  it("stays when a key is pressed during the warning, and starts counting anew", () => {
    const { decided } = watch();
    vi.advanceTimersByTime(110_000);
    press();
    expect(decided).toEqual(["warn", "stay"]);
    vi.advanceTimersByTime(99_000);
    expect(decided).toEqual(["warn", "stay"]);
  });

  it("counts activity in another tab as activity, and tells others of its own", () => {
    const { decided, say, told } = watch();
    vi.advanceTimersByTime(90_000);
    say({ type: "active" });
    vi.advanceTimersByTime(90_000);
    expect(decided).toEqual([]);
    press();
    expect(told).toContain("active");
  });

  it("covers the page the moment it is hidden, shows it on return, and locks after thirty seconds away", () => {
    const { decided } = watch();
    turn(true);
    expect(
      getComputedStyle(document.body).visibility === "hidden" ||
        "covered" in document.documentElement.dataset,
    ).toBe(true);
    vi.advanceTimersByTime(29_000);
    turn(false);
    expect("covered" in document.documentElement.dataset).toBe(false);
    turn(true);
    vi.advanceTimersByTime(30_000);
    expect(decided).toEqual(["lock"]);
    expect("covered" in document.documentElement.dataset).toBe(true);
  });

  it("stays while another tab of the app is on screen", () => {
    const { decided, say } = watch();
    turn(true);
    for (let beats = 0; beats < 6; beats += 1) {
      vi.advanceTimersByTime(10_000);
      say({ type: "onScreen" });
    }
    expect(decided).toEqual([]);
  });

  it("locks a device that slept past its time before the touch that wakes it counts", () => {
    const { decided } = watch();
    vi.setSystemTime(Date.now() + 10 * minute);
    press();
    expect(decided).toEqual(["lock"]);
  });

  it("locks an idle journal also when the clock was set back meanwhile", () => {
    const { decided } = watch();
    vi.advanceTimersByTime(minute);
    vi.setSystemTime(Date.now() - 60 * minute);
    vi.advanceTimersByTime(2 * minute + 10_000);
    expect(decided).toEqual(["warn", "lock"]);
  });

  it("locks a hidden journal also when the clock was set back meanwhile", () => {
    const { decided } = watch();
    turn(true);
    vi.setSystemTime(Date.now() - 60 * minute);
    vi.advanceTimersByTime(40_000);
    expect(decided).toEqual(["lock"]);
  });

  it("goes on telling other tabs of activity after the clock was set back", () => {
    const { told } = watch();
    press();
    told.length = 0;
    vi.setSystemTime(Date.now() - 60 * minute);
    press();
    expect(told).toEqual(["active"]);
  });

  it("locks a device that slept with the page on screen, however long it may stay idle", () => {
    const { decided } = watch();
    vi.advanceTimersByTime(15_000);
    press();
    vi.setSystemTime(Date.now() + 45_000);
    vi.advanceTimersByTime(10_000);
    expect(decided).toEqual(["lock"]);
    expect(document.documentElement.dataset.covered).toBe("");
  });

  it("does not take a short pause, or a tab out of sight whose timers wait, for sleep", () => {
    const { decided, say } = watch();
    vi.setSystemTime(Date.now() + 20_000);
    vi.advanceTimersByTime(10_000);
    turn(true);
    for (let turns = 0; turns < 3; turns += 1) {
      say({ type: "onScreen" });
      say({ type: "active" });
      vi.setSystemTime(Date.now() + 25_000);
    }
    say({ type: "onScreen" });
    expect(decided).toEqual([]);
  });

  it("hides the words as soon as another window is in front where it is told to, and shows them with the focus where it was", () => {
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    watch(true);
    window.dispatchEvent(new Event("blur"));
    expect(getComputedStyle(document.body).visibility).toBe("hidden");
    window.dispatchEvent(new PointerEvent("pointermove"));
    expect(document.documentElement.dataset.covered).toBe("");
    window.dispatchEvent(new Event("focus"));
    expect(document.documentElement.dataset.covered).toBe(undefined);
    expect(document.activeElement).toBe(field);
    window.dispatchEvent(new Event("blur"));
    press();
    expect(document.documentElement.dataset.covered).toBe(undefined);
    field.remove();
  });

  it("leaves the words where another window may stand beside them", () => {
    watch(false);
    window.dispatchEvent(new Event("blur"));
    expect(document.documentElement.dataset.covered).toBe(undefined);
  });
});
