import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import { processorNow } from "../../processorNow.ts";
import { file, imported, reading, texts } from "./importing.ts";

const hostile = "../shared/data/hostile";
const shared = existsSync(hostile);

/** What is expected of each file of `hostile/import`: how many entries, or why it is refused. */
const expectations: Readonly<Record<string, number | string>> = {
  "bomb-256MiB-zeros.gz.gz": "TooLarge",
  "bomb-64MiB-valid-json.gz.gz": "TooLarge",
  "csv-formula.csv": 3,
  "deep-100000-arrays.json.gz": "TooDeep",
  "duplicate-ids.json": 4,
  "duplicate-keys.json": 1,
  "extreme-dates.json": 10,
  "lone-surrogates.json": 1,
  "proto-pollution.json": 1,
  "ratio-1000-to-1.zip": "NothingFound",
  "truncated.gz": "Damaged",
  "utf16le-bom.json": "NothingFound",
  "zip-slip.zip": "NothingFound",
};

/** Reads one file within the time and memory that hostile ones may take. */
async function within(source: SourceFile): Promise<number | string> {
  const started = processorNow();
  const { preview } = await reading([source]);
  expect(processorNow() - started).toBeLessThan(5000);
  // The files that the tests below make themselves are in it, too.
  expect(process.memoryUsage().rss).toBeLessThan(1.5 * 1024 ** 3);
  return preview.ok ? preview.value.entries : preview.error.type;
}

const own: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  "bomb-256MiB-zeros.gz.gz": bomb(),
  "deep-100000-arrays.json.gz": gzipSync(
    new TextEncoder().encode("[".repeat(100_000)),
  ) as Uint8Array<ArrayBuffer>,
};

/** 256 MiB of zeros, gzipped twice; made here where the shared file is absent. */
function bomb(): Uint8Array<ArrayBuffer> {
  return gzipSync(gzipSync(new Uint8Array(256 * 1024 * 1024))) as Uint8Array<ArrayBuffer>;
}

describe(shared ? "hostile files" : "hostile files (made here; the shared ones are absent)", () => {
  const names = shared ? readdirSync(`${hostile}/import`) : Object.keys(own);

  test.each(names)("%s is read or refused within five seconds and bounded memory", async (name) => {
    const bytes = shared ? new Uint8Array(readFileSync(`${hostile}/import/${name}`)) : own[name];
    expect(await within(file(name, bytes ?? new Uint8Array()))).toBe(expectations[name]);
  });

  test("nothing a file says reaches a prototype", async () => {
    const { records } = await imported([
      file(
        "a.json",
        '{"entries":[{"text":"x","__proto__":{"polluted":"yes"}}],"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
      ),
      file("b.md", "---\n__proto__:\n  polluted: yes\ntags: [a]\n---\nx"),
      file("c.csv", "date,text,__proto__\n2026-01-01,x,polluted\n"),
    ]);
    expect(records).toHaveLength(3);
    expect("polluted" in {}).toBe(false);
    for (const record of records) expect("polluted" in record).toBe(false);
  });

  test.runIf(shared)("every JSON test file is read or refused with its facts", async () => {
    const lines = readFileSync(`${hostile}/json/jsontestsuite.jsonl`, "utf8").trim().split("\n");
    for (const line of lines) {
      const { name, base64 } = JSON.parse(line);
      const bytes = new Uint8Array(Buffer.from(base64, "base64"));
      for (const called of [name, "no-ending", "a.md", "a.csv"])
        expect(typeof (await within(file(called, bytes)))).toMatch(/string|number/);
    }
    expect(lines.length).toBeGreaterThan(300);
  });

  test.runIf(shared)(
    "markup and naughty strings come through import as the plain text they are",
    async () => {
      const xss = JSON.parse(readFileSync(`${hostile}/xss/dompurify-expect.json`, "utf8")).map(
        ({ payload }: { payload: string }) => payload,
      );
      const strings: string[] = JSON.parse(
        readFileSync(`${hostile}/strings/blns-dev.json`, "utf8"),
      );
      const written = [...xss, ...strings].map((text) => text.trim()).filter((text) => text !== "");
      const { entries } = await imported([
        file("a.jsonl", written.map((text) => JSON.stringify({ text, tags: [text] })).join("\n")),
      ]);
      const withoutControls = (text: string) =>
        text
          .replace(/\r\n?|[\u2028\u2029]/g, "\n")
          .replace(/[^\P{Cc}\n\t]/gu, "")
          .trim();
      expect(texts(entries)).toEqual(written.map(withoutControls).filter((text) => text !== ""));
    },
  );

  const repeated = (part: string, bytes = 60 * 1024 * 1024) =>
    part.repeat(Math.floor(bytes / part.length));
  test.each([
    ["a list of empty lists", "a.json", () => `[${repeated("[],")}0]`, "TooManyParts"],
    ["a row of empty cells", "a.csv", () => `date,text\n${repeated(",")}`, "TooManyParts"],
    ["rows without end", "a.csv", () => `date,text\n${repeated("a,b\n")}`, "TooManyEntries"],
    ["empty rows", "a.csv", () => `date,text\n${repeated(",\n")}`, "TooManyEntries"],
    ["one quoted cell", "a.csv", () => `date,text\na,"${repeated('""')}"`, "Damaged"],
    ["stray quotes", "a.csv", () => `date,text\na,"${repeated('" ')}"`, "Damaged"],
    ["short lines", "a.md", () => repeated("a\n"), "NothingFound"],
    ["headings that may be dates", "a.md", () => repeated("# 1\n"), "NothingFound"],
    ["dated headings", "a.md", () => repeated("# 2026-01-01\na\n"), "TooManyEntries"],
    ["lines of JSON", "a.jsonl", () => repeated('{"text":"a"}\n'), "TooManyEntries"],
    [
      "lines that are no JSON",
      "a.jsonl",
      () => `${'{"text":"a"}\n'.repeat(60)}${repeated("x\n")}`,
      "TooManyEntries",
    ],
    ["empty lines", "a.jsonl", () => `${'{"text":"a"}\n'.repeat(60)}${repeated("\n")}`, 60],
  ])("60 MiB of %s, packed small, end within time and memory", async (_, name, made, expected) => {
    const packed = new Uint8Array(gzipSync(new TextEncoder().encode(made()), { level: 1 }));
    expect(await within(file(`${name}.gz`, packed))).toBe(expected);
  });

  test("many bad dates, tags and rows do not take long", async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => `not a date ${row},${"x ".repeat(20)}`);
    expect(await within(file("a.csv", `date,text\n${rows.join("\n")}`))).toBe(50_000);
    const heading = `${"# 1 ".repeat(100_000)}\n${"#".repeat(200_000)}`;
    expect(await within(file("a.md", heading))).toBe(1);
    const open = `${'"'.repeat(1_000_001)}`;
    expect(typeof (await within(file("b.csv", `date,text\n${open}`)))).toBe("string");
    const yaml = `---\n${"[".repeat(30_000)}\n---\nwords`;
    expect(await within(file("b.md", yaml))).toBe(1);
  });
});
