import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepStorageOnce } from "#app/keepStorage.ts";

/** The browser's own promise, which a test can neither grant nor take back. */
const persisted = vi.spyOn(navigator.storage, "persisted");
const persist = vi.spyOn(navigator.storage, "persist");

beforeEach(() => {
  persisted.mockReset().mockResolvedValue(false);
  persist.mockReset().mockResolvedValue(false);
});
afterEach(() => localStorage.clear());

test("the browser is asked once per device, however it answered and however often there is a first write", async () => {
  await keepStorageOnce();
  await keepStorageOnce();
  expect(persist).toHaveBeenCalledTimes(1);
});

test("nothing is asked where storage is promised already", async () => {
  persisted.mockResolvedValue(true);
  await keepStorageOnce();
  expect(persist).not.toHaveBeenCalled();
});

test("a browser that cannot be asked changes nothing", async () => {
  persisted.mockRejectedValue(new DOMException("no", "NotAllowedError"));
  await expect(keepStorageOnce()).resolves.toBeUndefined();
  persisted.mockResolvedValue(false);
  persist.mockRejectedValue(new TypeError("opaque origin"));
  await expect(keepStorageOnce()).resolves.toBeUndefined();
});
