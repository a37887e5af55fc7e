import { afterEach, expect } from "vitest";

// What React, the browser or we ourselves report as an error is a failed test, not a line in a log.
const seen: string[] = [];
const report = console.error;
console.error = (...words: unknown[]) => {
  seen.push(words.map(String).join(" "));
  report(...words);
};

afterEach(() => {
  const errors = seen.splice(0);
  expect(errors, "console.error was called").toEqual([]);
});
