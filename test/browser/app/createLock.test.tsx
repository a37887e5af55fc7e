import { act } from "@testing-library/react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { uncoverPage } from "#app/lock/coverPage.ts";
import { createLock } from "#app/lock/createLock.ts";
import { joinTabLine } from "#app/lock/TabNews.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A lock whose steps are written down. */
function lockOn(channel: string, settled: () => Promise<void> = async () => {}) {
  const steps: string[] = [];
  const lock = createLock({
    tabs: joinTabLine(channel),
    settled,
    drop: () => steps.push("drop"),
    leave: () => steps.push("leave"),
  });
  return { lock, steps };
}

afterEach(() => {
  uncoverPage();
  vi.useRealTimers();
});

describe("locking", () => {
  it("hides first, saves what is unsaved, then drops keys and leaves", async () => {
    const { lock, steps } = lockOn("lock-order");
    lock.beforeLock(async () => {
      steps.push("covered" in document.documentElement.dataset ? "saved hidden" : "saved shown");
      return true;
    });
    await lock.lock();
    expect(steps).toEqual(["saved hidden", "drop", "leave"]);
  });

  it("does not ask a composer that has gone, and locks although another fails", async () => {
    const { lock, steps } = lockOn("lock-fails");
    const gone = lock.beforeLock(async () => {
      steps.push("gone");
      return true;
    });
    gone();
    lock.beforeLock(() => Promise.reject(new Error("full")));
    await lock.lock();
    expect(steps).toEqual(["drop", "leave"]);
  });

  it("does not cut off a Keep that is under way when nothing is left to save", async () => {
    let committed = () => {};
    const keep = new Promise<void>((resolve) => {
      committed = resolve;
    });
    const { lock, steps } = lockOn("lock-keep", async () => {
      steps.push("asked");
      await keep;
      steps.push("committed");
    });
    lock.beforeLock(async () => {
      steps.push("saved");
      return true;
    });
    const locked = lock.lock();
    await vi.waitFor(() => expect(steps).toEqual(["saved", "asked"]), { timeout: 30_000 });
    committed();
    await locked;
    expect(steps).toEqual(["saved", "asked", "committed", "drop", "leave"]);
  });

  it("says before an update whether anything is left unsaved, and locks all the same", async () => {
    const { lock, steps } = lockOn("lock-unsaved");
    expect(await lock.saveAll()).toBe(true);
    const full = lock.beforeLock(async () => false);
    lock.beforeLock(async () => true);
    expect(await lock.saveAll()).toBe(false);
    full();
    expect(await lock.saveAll()).toBe(true);
    lock.beforeLock(() => Promise.reject(new Error("full")));
    expect(await lock.saveAll()).toBe(false);
    await lock.lock();
    expect(steps).toEqual(["drop", "leave"]);
  });

  it("waits a second for saving, not longer", async () => {
    vi.useFakeTimers();
    const { lock, steps } = lockOn("lock-hangs");
    lock.beforeLock(() => new Promise(() => {}));
    const locked = lock.lock();
    await vi.advanceTimersByTimeAsync(999);
    expect(steps).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await locked;
    expect(steps).toEqual(["drop", "leave"]);
  });

  it("waits for what was promised, however slow", async () => {
    vi.useFakeTimers();
    const { lock, steps } = lockOn("lock-promised");
    let hidden = () => {};
    const hiding = new Promise<boolean>((resolve) => {
      hidden = () => {
        steps.push("hidden");
        resolve(true);
      };
    });
    lock.beforeLock(() => hiding, "promised");
    const locked = lock.lock();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(steps).toEqual([]);
    hidden();
    await locked;
    expect(steps).toEqual(["hidden", "drop", "leave"]);
  });

  it("locks although what was promised never comes", async () => {
    vi.useFakeTimers();
    const { lock, steps } = lockOn("lock-never");
    lock.beforeLock(() => new Promise(() => {}), "promised");
    const locked = lock.lock();
    await vi.advanceTimersByTimeAsync(20_000);
    await locked;
    expect(steps).toEqual(["drop", "leave"]);
  });

  it("locks every other tab, and each of them once", async () => {
    const here = lockOn("lock-tabs");
    const there = lockOn("lock-tabs");
    await here.lock.lock();
    await here.lock.lock();
    await vi.waitFor(() => expect(there.steps).toEqual(["drop", "leave"]), { timeout: 30_000 });
    expect(here.steps).toEqual(["drop", "leave"]);
  });

  it("hears only what tabs of this app say", async () => {
    const { steps } = lockOn("lock-noise");
    const noise = new BroadcastChannel("lock-noise");
    const heard = joinTabLine("lock-noise");
    const arrived = new Promise<void>((resolve) => {
      heard.hear(({ type }) => type === "active" && resolve());
    });
    for (const message of [null, "lock", { type: "unlock" }, { type: 1 }]) {
      noise.postMessage(message);
    }
    noise.postMessage({ type: "active" });
    await arrived;
    noise.close();
    expect(steps).toEqual([]);
  });

  it("leaves no words in the document", async () => {
    const container = document.body.appendChild(document.createElement("div"));
    const root = createRoot(container);
    await act(async () => root.render(<textarea defaultValue="plumcanary waited" />));
    expect(document.body.innerHTML).toContain("plumcanary");
    const lock = createLock({
      tabs: joinTabLine("lock-words"),
      settled: async () => {},
      drop: () => {
        root.unmount();
        document.body.replaceChildren();
      },
      leave: () => {},
    });
    await act(() => lock.lock());
    expect(document.documentElement.outerHTML).not.toContain("plumcanary");
  });
});
