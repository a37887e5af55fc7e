import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wordsIn } from "#core/words/wordsIn.ts";
import { createReader } from "#reading/createReader.ts";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import { entryOf, MemoryJournal, testPlatform } from "./journal.ts";

const folders = ["strings", "xss"].map((name) => join("../shared/data/hostile", name));
/** Every string in a file: of JSON, the values; of text, the lines. */
function stringsOf(path: string): readonly string[] {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".json")) return text.split("\n");
  const found: string[] = [];
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found;
}
const given = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).flatMap((name) => stringsOf(join(folder, name))))
  .filter((payload) => payload.trim() !== "");
/** One in five of the shared payloads; where they are absent, some of our own. */
const payloads =
  given.length > 0
    ? [...new Set(given)].filter((_, number) => number % 5 === 0)
    : [
        "<script>alert(1)</script>",
        "__proto__",
        "\u202etxet",
        "a\u0300".repeat(50),
        "[]{}()*+?.\\^$|",
      ];

describe("words that try to be something else", () => {
  test("are kept, found by their own words, and completed as text, by the whole reader", async () => {
    const journal = new MemoryJournal();
    const reader = createReader(journal, createThemeEngine(), testPlatform());
    for (const [number, payload] of payloads.entries()) {
      journal.write(entryOf(`h${number}`, payload, { tags: [payload], setting: payload }));
    }
    const { mark } = journal;
    for (const [number, payload] of payloads.entries()) {
      const [first] = wordsIn(payload);
      if (first === undefined) continue;
      const typed = payload.slice(first.start, first.end);
      expect((await reader.find(typed, {}, mark)).ids, payload).toContain(`h${number}`);
      const filtered = await reader.timeline({ tags: [payload], setting: payload }, mark);
      expect(filtered.ids).toContain(`h${number}`);
    }
    await reader.themes(mark);
    await reader.threads(mark);
    expect((await reader.lines((await reader.timeline({}, mark)).ids, mark)).length).toBe(
      payloads.length,
    );
  });

  test("typed into search, they are only ever words", async () => {
    const journal = new MemoryJournal();
    const reader = createReader(journal, createThemeEngine(), testPlatform());
    const mark = journal.write(entryOf("e", "quiet words"));
    for (const payload of payloads) {
      const { ids } = await reader.find(payload, {}, mark);
      expect(ids.length).toBeLessThanOrEqual(1);
      await reader.complete("tags", payload);
    }
  });
});
