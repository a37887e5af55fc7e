import { afterEach, expect, test, vi } from "vitest";
import { needsHomeScreen } from "#features/settings/needsHomeScreen.ts";

afterEach(() => vi.restoreAllMocks());

const iPad =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";
const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const android =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

test.each([
  ["an iPhone in Safari", iPhone, 5, false, true],
  ["an iPad, which says that it is a Mac", iPad, 5, false, true],
  ["an iPad with the app on its Home Screen", iPad, 5, true, false],
  ["a Mac, which nobody touches", iPad, 0, false, false],
  ["an Android phone", android, 5, false, false],
])("%s", (_, userAgent, touchPoints, isStandalone, expected) => {
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue(userAgent);
  vi.spyOn(navigator, "maxTouchPoints", "get").mockReturnValue(touchPoints);
  vi.spyOn(window, "matchMedia").mockImplementation((query) => {
    const list: MediaQueryList = Object.create(MediaQueryList.prototype, {
      matches: { value: isStandalone && query === "(display-mode: standalone)" },
    });
    return list;
  });
  expect(needsHomeScreen()).toBe(expected);
});
