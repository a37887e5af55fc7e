import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ExportItem } from "#core/exchange/Exporting.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { JournalWriter } from "#exchange/headroom/JournalWriter.ts";
import { joinBytes } from "#exchange/source/joinBytes.ts";
import { anyPrivateRecord } from "../replica/arbitraryRecord.ts";
import { counts, file, imported, reading, refused } from "./importing.ts";

/** The bytes of a Headroom file, as the export writes it in two pages. */
function written(items: readonly ExportItem[]): Uint8Array<ArrayBuffer> {
  const writer = new JournalWriter();
  const half = items.length >> 1;
  return joinBytes([
    writer.begin(instant(Date.UTC(2026, 10, 22))),
    writer.add(items.slice(0, half)),
    writer.add(items.slice(half)),
    writer.end().bytes,
  ]);
}

const anyItem: fc.Arbitrary<ExportItem> = fc
  .tuple(anyPrivateRecord, fc.array(fc.tuple(fc.nat(), anyPrivateRecord), { maxLength: 3 }))
  .map(([record, earlier]) => ({
    record,
    versions: earlier
      .filter(([, { kind }]) => kind === record.kind)
      .map(([number, version]): ExportItem["versions"][number] => ({
        number,
        record: { ...version, id: record.id } as JournalRecord,
      })),
  }));
const anyJournal = fc.uniqueArray(anyItem, {
  selector: ({ record }) => record.id,
  minLength: 1,
  maxLength: 12,
});

const item: ExportItem = {
  record: {
    kind: "preferences",
    id: "preferences",
    lockMinutes: 2,
    reminders: true,
    createdAt: 1,
    editedAt: 1,
    deletedAt: null,
  } as JournalRecord,
  versions: [],
};
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a Headroom file", () => {
  test("what goes out comes back identical: every record of every kind with its history", async () => {
    await fc.assert(
      fc.asyncProperty(anyJournal, async (items) => {
        const { records, versions } = await imported([file("a.json", written(items))]);
        expect(records).toEqual(items.map(({ record }) => record));
        expect(versions).toEqual(items.flatMap((each) => each.versions));
      }),
      { numRuns: 200 },
    );
  });

  test("it is one valid JSON document, and reads the same when a formatter laid it out anew", async () => {
    await fc.assert(
      fc.asyncProperty(anyJournal, async (items) => {
        const value = JSON.parse(decoded(written(items)));
        expect(value).toMatchObject({
          format: "headroom-journal",
          version: 1,
          count: items.length,
        });
        const again = await imported([file("a.json", JSON.stringify(value, null, 2))]);
        expect(again.preview.kinds).toEqual(["headroom"]);
        expect(again.records).toEqual(items.map(({ record }) => record));
      }),
      { numRuns: 50 },
    );
  });

  test("cut off anywhere it is refused, never half imported", async () => {
    const bytes = written([
      item,
      { ...item, record: { ...item.record, id: "b" } as JournalRecord },
    ]);
    for (let length = 1; length < bytes.length - 1; length += 7) {
      const { preview } = await reading([file("a.json", bytes.slice(0, length))]);
      expect(preview.ok).toBe(false);
    }
  });

  test("a newer version is refused with its number; a record of an unknown kind is skipped and told", async () => {
    const text = decoded(written([item]));
    expect(await refused([file("a.json", text.replace('"version":1', '"version":9'))])).toEqual({
      type: "Newer",
      version: 9,
    });
    const odd = decoded(written([item, item])).replace('"kind":"preferences"', '"kind":"session"');
    const { preview, records } = await imported([file("a.json", odd)]);
    expect(records).toHaveLength(1);
    expect(counts(preview.skipped)).toEqual({ "unknown-record": 1 });
  });

  test("an id that comes twice is taken once and told", async () => {
    const { preview, records } = await imported([file("a.json", written([item, item]))]);
    expect(records).toHaveLength(1);
    expect(counts(preview.skipped)).toEqual({ "same-id": 1 });
  });

  test("a line of any length stays within its limit, and the size of the whole does not matter to it", async () => {
    const long = written([item]);
    expect(await refused([file("a.json", long)], { headroomLine: 50 })).toMatchObject({
      type: "TooLarge",
    });
    expect(await refused([file("a.json", long)], { headroomBytes: 10 })).toEqual({
      type: "TooLarge",
      limit: 10,
    });
    const { records } = await imported([file("a.json", long)], {}, { bytes: 10 });
    expect(records).toHaveLength(1);
  });
});
