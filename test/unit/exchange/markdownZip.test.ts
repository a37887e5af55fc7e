import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { ExportItem } from "#core/exchange/Exporting.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { exampleJournal } from "#exchange/example/exampleJournal.ts";
import { MarkdownZip } from "#exchange/export/MarkdownZip.ts";
import { joinBytes } from "#exchange/source/joinBytes.ts";
import { builtInModelWords } from "#notebook/builtInModelWords.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import { anyRecord } from "../replica/arbitraryRecord.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { batch, file, imported, isEntry, now, texts } from "./importing.ts";

const wording = { models: builtInModelWords(), proposal: proposalWords() };

function zipped(records: readonly JournalRecord[]) {
  const zip = new MarkdownZip(wording);
  const items: ExportItem[] = records.map((record) => ({ record, versions: [] }));
  const first = zip.add(items.slice(0, 2));
  const rest = zip.add(items.slice(2));
  const { bytes, summary } = zip.end();
  const all = joinBytes([first, rest, bytes]);
  const files = Object.fromEntries(
    Object.entries(unzipSync(all)).map(([name, content]) => [name, strFromU8(content)]),
  );
  return { bytes: all, files, summary };
}

const example = exampleJournal(batch, now, seededRandom(1));

describe("the zip of Markdown", () => {
  test("has one file for each entry and proposal, named by date, and says how many", () => {
    const { files, summary } = zipped(example);
    const names = Object.keys(files);
    expect(summary).toEqual({ entries: 61, others: 1, inBin: 0 });
    expect(names).toHaveLength(62);
    expect(
      names.filter((name) => /^entries\/\d{4}\/\d{4}-\d{2}-\d{2}( \d{4})?\.md$/.test(name)),
    ).toHaveLength(61);
    expect(names).toContain("proposals/proposal-ttos-written-at-the-round-not-after.md");
  });

  test("carries front matter, the questions of a model as headings, and the words as they stand", () => {
    const { files } = zipped(example);
    const gibbs = Object.values(files).find((text) => text.includes("model: Gibbs cycle"));
    expect(gibbs).toMatch(
      /^---\ndate: \d{4}-\d{2}-\d{2}T19:30:00[+-]\d\d:\d\d\nfeeling: went-well\n/,
    );
    expect(gibbs).toContain("tags:\n  - end of life\n  - families\n");
    expect(gibbs).toContain("## Description\n\nA patient died in the early evening");
    expect(gibbs).toContain("example: true");
  });

  test("read by Import again, entries keep their words, times, tags and feelings; proposals are told", async () => {
    const entries = example.filter(isEntry).filter(({ model }) => model === "free");
    const { bytes } = zipped(example);
    const back = await imported([file("a.zip", bytes)]);
    expect(back.entries).toHaveLength(61);
    expect(back.preview.skipped).toMatchObject([{ reason: "proposal", count: 1 }]);
    for (const entry of entries) {
      const same = back.entries.find((each) => entryText(each) === entryText(entry));
      expect(same).toMatchObject({
        feeling: entry.feeling,
        tags: entry.tags,
        setting: entry.setting,
        roles: entry.roles,
        happened: entry.happened,
        forAppraisal: entry.forAppraisal,
      });
    }
    expect(texts(back.entries)).toContainEqual(
      expect.stringContaining("## Feelings\n\nSad, and calm."),
    );
  });

  test("leaves out what is in the bin, and says so", () => {
    const [first, ...rest] = example;
    const binned = { ...first, deletedAt: instant(1) } as JournalRecord;
    const { summary, files } = zipped([binned, ...rest]);
    expect(summary).toMatchObject({ entries: 60, inBin: 1 });
    expect(Object.keys(files)).toHaveLength(61);
  });

  test("any journal makes a zip whose names are safe on every system and all different", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 20 }), (records) => {
        const { files, summary } = zipped(records);
        const names = Object.keys(files);
        expect(names).toHaveLength(summary.entries + summary.others);
        for (const name of names) {
          expect(name).not.toMatch(/[\\:*?"<>|]|\.\.|^\/|[. ]\//);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
          expect(name).not.toMatch(/[\u0000-\u001f]/);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
      { numRuns: 100 },
    );
  });
});
