import { describe, expect, test } from "vitest";
import { counts, file, imported, importedText, reading, refused, texts } from "./importing.ts";

describe("JSON Lines", () => {
  test("each line is an entry with its time, tags and feeling; bad lines are told and the rest goes on", async () => {
    const { entries, preview } = await importedText(
      "notes.jsonl",
      [
        '{"text":"one","at":"2026-03-12T09:30:00Z","tags":["a","#b","a"],"feeling":"went-well"}',
        "",
        "{broken",
        '{"text":"two","feeling":"purple"}',
        '{"words":"three"}',
        '{"text":"  "}',
        "[1]",
      ].join("\n"),
    );
    expect(texts(entries)).toEqual(["one", "two"]);
    expect(entries[0]).toMatchObject({
      tags: ["a", "b"],
      feeling: "went-well",
      happened: { at: Date.UTC(2026, 2, 12, 9, 30), precision: "minute" },
      origin: { type: "imported", batch: "batch-1" },
    });
    expect(entries[1]).toMatchObject({
      feeling: "neither",
      happened: { precision: "unknown" },
    });
    expect(counts(preview.skipped)).toEqual({ "not-json": 1, "not-an-entry": 2, "no-words": 1 });
    expect(counts(preview.notes)).toEqual({ "no-date": 1, "feeling-not-understood": 1 });
    expect(preview.skipped.find(({ reason }) => reason === "not-json")?.places).toEqual([
      { file: "notes.jsonl", unit: "line", position: 3 },
    ]);
  });

  test("the kind is told by content: JSON Lines called .csv or without an ending are JSON Lines", async () => {
    const lines = '{"text":"a,b"}\n{"text":"c,d"}\n';
    for (const name of ["export.csv", "export", "export.json"]) {
      const { entries, preview } = await importedText(name, lines);
      expect(preview.kinds).toEqual(["json-lines"]);
      expect(texts(entries)).toEqual(["a,b", "c,d"]);
    }
  });
});

describe("Day One", () => {
  test("its journal gives text, time, tags and whole days; pictures stay behind and escapes go", async () => {
    const { entries, preview } = await importedText(
      "Journal.json",
      JSON.stringify({
        metadata: { version: "1.0" },
        entries: [
          {
            uuid: "A",
            creationDate: "2026-03-12T08:30:00Z",
            text: "10\\.5 mg given\\. Calm\\!\n1\\. not a list\n![](dayone-moment://X)",
            tags: ["ward"],
            timeZone: "Europe/London",
          },
          { uuid: "B", creationDate: "2026-03-13T12:00:00Z", text: "all day", isAllDay: true },
          { uuid: "C", creationDate: "2026-03-14T12:00:00Z", photos: [{}] },
        ],
      }),
    );
    expect(preview.kinds).toEqual(["day-one"]);
    expect(texts(entries)).toEqual(["10.5 mg given. Calm!\n1\\. not a list", "all day"]);
    expect(entries[1]?.happened.precision).toBe("day");
    expect(counts(preview.notes)).toEqual({ "pictures-left": 1 });
    expect(counts(preview.skipped)).toEqual({ "no-words": 1 });
  });
});

describe("Markdown", () => {
  test("front matter gives date, tags and feeling; the rest is the text as it stands", async () => {
    const { entries } = await importedText(
      "note.md",
      "---\ndate: 2026-03-12T09:30:00+00:00\ntags: [obs, 'a: b']\nfeeling: went well\nsetting: Ward\n---\n\n# A title\n\n- one\n- two\n",
    );
    expect(texts(entries)).toEqual(["# A title\n\n- one\n- two"]);
    expect(entries[0]).toMatchObject({
      happened: { at: Date.UTC(2026, 2, 12, 9, 30), precision: "minute" },
      tags: ["obs", "a: b"],
      feeling: "went-well",
      setting: "Ward",
    });
  });

  test("a file is cut at headings that are dates, and only there", async () => {
    const { entries } = await importedText(
      "diary.md",
      "# My diary\n\n## Thursday 12 March 2026\n\nfirst\n\n### Not a date\n\nstill first\n\n## 2026-03-13\n\nsecond\n\n```\n## 2026-03-14\n```\n",
    );
    expect(texts(entries)).toEqual([
      "first\n\n### Not a date\n\nstill first",
      "second\n\n```\n## 2026-03-14\n```",
    ]);
    expect(entries.map(({ happened }) => new Date(happened.at).getDate())).toEqual([12, 13]);
  });

  test("a date that begins the file's name is used where nothing inside says better", async () => {
    const { entries } = await importedText("2026-03-12 Handover.md", "words");
    expect(entries[0]?.happened.precision).toBe("day");
    expect(new Date(entries[0]?.happened.at ?? 0).getMonth()).toBe(2);
  });

  test("what only looks like front matter is text, and aliases cannot multiply", async () => {
    const { entries } = await importedText("a.md", "---\nnot: [closed\n---\n\nwords");
    expect(texts(entries)).toEqual(["---\nnot: [closed\n---\n\nwords"]);
    const laughs = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\ntags: [*b,*b,*b]\n---\nwords`;
    expect(texts((await importedText("b.md", laughs)).entries)).toEqual([laughs]);
  });

  test("a proposal from our own zip is told, not made an entry", async () => {
    const refusal = await refused([file("p.md", "---\nkind: proposal\n---\n\n# A title\n")]);
    expect(refusal).toMatchObject({ type: "NothingFound", skipped: [{ reason: "proposal" }] });
  });
});

describe("CSV", () => {
  test("columns are guessed from their names, British dates from the whole column", async () => {
    const { entries, preview } = await importedText(
      "log.csv",
      'Date,Title,Note,Tags\n03/04/2026,Bay,"Phone, again","a; b"\n25/04/2026,,Quiet,\n',
    );
    expect(preview.table?.choices).toMatchObject({
      hasHeader: true,
      date: 0,
      words: [1, 2],
      tags: 3,
      dayOrder: "day-first",
    });
    expect(texts(entries)).toEqual(["Bay\n\nPhone, again", "Quiet"]);
    expect(new Date(entries[0]?.happened.at ?? 0).getMonth()).toBe(3);
    expect(entries[0]?.tags).toEqual(["a", "b"]);
  });

  test("columns may be chosen, and the same rows are read again", async () => {
    const rows = "x,1/2/2026,hello\ny,3/4/2026,world\n";
    const { exchange, preview } = await reading([file("a.csv", rows)]);
    expect(preview.ok && preview.value.table?.choices).toMatchObject({ hasHeader: false, date: 1 });
    const chosen = await exchange.choose({
      leaveOutRepeats: true,
      csv: {
        hasHeader: false,
        words: [0, 2],
        date: 1,
        dayOrder: "month-first",
        tags: null,
        feeling: null,
        setting: null,
      },
    });
    expect(chosen.ok && chosen.value.first.map(({ text }) => text)).toEqual([
      "x\n\nhello",
      "y\n\nworld",
    ]);
    expect(
      chosen.ok && chosen.value.first.map(({ happened }) => new Date(happened.at).getMonth()),
    ).toEqual([0, 2]);
  });

  test("semicolons, tabs, line ends in cells, and formulas as the plain text they are", async () => {
    const { entries } = await importedText(
      "a.csv",
      'date;text\r\n2026-01-01;"=HYPERLINK(""http://x.invalid"")\r\nsecond line"\r\n',
    );
    expect(texts(entries)).toEqual(['=HYPERLINK("http://x.invalid")\nsecond line']);
    expect(
      texts((await importedText("b.tsv", "date\ttext\n2026-01-01\t@SUM(1)\n")).entries),
    ).toEqual(["@SUM(1)"]);
  });

  test("a quotation mark that never closes refuses the file instead of swallowing its rows", async () => {
    const refusal = await refused([file("a.csv", 'date,text\n2026-01-01,"open\n2026-01-02,x\n')]);
    expect(refusal).toMatchObject({ type: "Damaged", what: "csv" });
  });

  test("an older Windows encoding is read and told", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode("date,text\n2026-01-01,cost "),
      0xa3,
      0x35,
    ]);
    const { entries, preview } = await imported([file("a.csv", bytes)]);
    expect(texts(entries)).toEqual(["cost £5"]);
    expect(counts(preview.notes)).toEqual({ "read-as-windows-1252": 1 });
  });
});

describe("any import", () => {
  test("the same words at the same known time count once, unless the person wants them; undated ones always stay", async () => {
    const lines = [
      '{"text":"a","at":"2026-03-12"}',
      '{"text":"a","at":"2026-03-12"}',
      '{"text":"b"}',
      '{"text":"b"}',
    ].join("\n");
    const once = await imported([file("a.jsonl", lines)]);
    expect(texts(once.entries)).toEqual(["a", "b", "b"]);
    expect(once.preview.repeats).toBe(1);
    expect(counts(once.preview.skipped)).toEqual({ repeated: 1 });
    const all = await imported([file("a.jsonl", lines)], { leaveOutRepeats: false });
    expect(texts(all.entries)).toEqual(["a", "a", "b", "b"]);
  });

  test("several files of several kinds come together; one that is refused does not keep the others out", async () => {
    const { entries, preview } = await imported([
      file("a.md", "from markdown"),
      file("b.jsonl", '{"text":"from lines"}'),
      file("broken.json", "[1,"),
      file("empty.txt", ""),
    ]);
    expect(texts(entries)).toEqual(["from markdown", "from lines"]);
    expect(preview.refused).toEqual([
      { file: "broken.json", refusal: { type: "Damaged", what: "json", line: 0 } },
      { file: "empty.txt", refusal: { type: "Empty" } },
    ]);
  });

  test("a hundred thousand characters are an entry, ten million are not", async () => {
    const long = JSON.stringify({ text: "😀".repeat(50_000) });
    const huge = JSON.stringify({ text: "a".repeat(10_000_000) });
    const { entries, preview } = await importedText("a.jsonl", `${long}\n${huge}`);
    expect(entries.map((entry) => texts([entry])[0]?.length)).toEqual([100_000]);
    expect(counts(preview.skipped)).toEqual({ "too-long": 1 });
  });

  test("more entries than the limit are refused whole, not cut", async () => {
    const lines = Array.from({ length: 4 }, (_, index) => `{"text":"${index}"}`).join("\n");
    expect(await refused([file("a.jsonl", lines)], { entries: 3 })).toEqual({
      type: "TooManyEntries",
      limit: 3,
    });
  });

  test("NUL, other controls and half surrogates go, and it is said; everything else stays", async () => {
    const { entries, preview } = await importedText(
      "a.jsonl",
      '{"text":"a\\u0000b\\ud800c\\u200d👩‍⚕️\\tد","tags":["x\\ud800"]}',
    );
    expect(texts(entries)).toEqual(["ab\ufffdc\u200d👩‍⚕️\tد"]);
    expect(entries[0]?.tags).toEqual(["x\ufffd"]);
    expect(counts(preview.notes)).toMatchObject({ "characters-removed": 1 });
  });

  test("UTF-16 with and without its mark is read; bytes that are no text are refused", async () => {
    const wide = (text: string, mark: boolean) => {
      const units = [...(mark ? "\ufeff" : ""), ...text].map((unit) => unit.charCodeAt(0));
      return new Uint8Array(Uint16Array.from(units).buffer);
    };
    for (const mark of [true, false]) {
      const { entries } = await imported([file("a.json", wide('[{"text":"wide"}]', mark))]);
      expect(texts(entries)).toEqual(["wide"]);
    }
    const picture = Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 256);
    expect(await refused([file("a.md", picture)])).toEqual({ type: "NotText" });
    expect(await refused([file("a.json", new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d]))])).toEqual(
      { type: "NotText" },
    );
  });
});
