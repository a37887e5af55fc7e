import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { counts, file, imported, refused, texts } from "./importing.ts";

const gzip = (bytes: Uint8Array) => gzipSync(bytes) as Uint8Array<ArrayBuffer>;
const zip = (files: Record<string, Uint8Array>) => zipSync(files) as Uint8Array<ArrayBuffer>;
const journal = strToU8('{"entries":[{"text":"inside"}]}');

describe("packed files", () => {
  test("gzip, gzip in gzip and a zip in gzip are unpacked; one layer more than the limit is refused", async () => {
    for (const bytes of [gzip(journal), gzip(gzip(journal)), gzip(zip({ "a.json": journal }))]) {
      expect(texts((await imported([file("a.json.gz", bytes)])).entries)).toEqual(["inside"]);
    }
    expect(await refused([file("a.gz", gzip(gzip(gzip(gzip(journal)))))])).toEqual({
      type: "TooManyLayers",
      limit: 3,
    });
  });

  test("bytes are counted as they appear, over all files of an import together", async () => {
    const thousand = gzip(strToU8("a".repeat(1000)));
    expect(await refused([file("a.txt.gz", thousand)], { bytes: 999 })).toEqual({
      type: "TooLarge",
      limit: 999,
    });
    const { preview } = await imported(
      [file("a.txt.gz", thousand), file("b.txt.gz", thousand)],
      {},
      { bytes: 1500 },
    );
    expect(preview.entries).toBe(1);
    expect(preview.refused).toEqual([
      { file: "b.txt.gz", refusal: { type: "TooLarge", limit: 1500 } },
    ]);
  });

  test("a header that claims to be small does not help a bomb", async () => {
    const bytes = zip({ "a.json": strToU8(`[{"text":"${"a".repeat(100_000)}"}]`) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const refusal = await refused([file("a.zip", bytes)], { bytes: 50_000 });
    expect(["TooLarge", "Damaged"]).toContain(refusal.type);
  });

  test("a gzip that breaks off and a zip with a wrong checksum are refused as damaged", async () => {
    const packed = gzip(strToU8("words ".repeat(1000)));
    expect(await refused([file("a.gz", packed.slice(0, -9))])).toMatchObject({
      type: "Damaged",
      what: "gzip",
    });
    const bytes = zip({ "a.md": strToU8("words that matter") });
    const at = bytes.indexOf(0x50, 40);
    bytes[35] = (bytes[35] ?? 0) ^ 0xff;
    expect(at).toBeGreaterThan(0);
    expect(await refused([file("a.zip", bytes)])).toMatchObject({ type: "Damaged", what: "zip" });
  });

  test("pictures are told and not read, housekeeping is passed over, names that climb out are left out", async () => {
    const { entries, preview } = await imported([
      file(
        "day-one.zip",
        zip({
          "Journal.json": journal,
          "photos/a.jpeg": strToU8("not text"),
          "__MACOSX/._Journal.json": strToU8("x"),
          "../evil.md": strToU8("evil"),
          "C:\\evil.md": strToU8("evil"),
          "/abs.md": strToU8("evil"),
        }),
      ),
    ]);
    expect(texts(entries)).toEqual(["inside"]);
    expect(counts(preview.skipped)).toEqual({ "other-file": 1, "unsafe-name": 3 });
  });

  test("an empty zip and one that holds only pictures say that nothing was found", async () => {
    expect(await refused([file("a.zip", zip({}))])).toMatchObject({ type: "NothingFound" });
    expect(await refused([file("a.zip", zip({ "a.png": strToU8("x") }))])).toMatchObject({
      type: "NothingFound",
      skipped: [{ reason: "other-file", count: 1 }],
    });
  });
});
