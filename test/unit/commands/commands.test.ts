import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

// The commands that others rely on (product.md section 4), as they are called: by npm, with files.
const folder = mkdtempSync(join(tmpdir(), "headroom-commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What a command says and how it ends. */
function run(command: string, paths: readonly string[] = [], input = "") {
  const after = paths.length > 0 ? ["--", ...paths] : [];
  const ended = spawnSync("npm", ["run", "-s", command, ...after], { encoding: "utf8", input });
  const lines = ended.stdout.split("\n").filter(Boolean);
  return { status: ended.status, lines, told: ended.stderr };
}

const patient = { timeout: 120_000 };

describe("npm run -s identifiers", () => {
  it(
    "prints id and spans alone for each line, by UTF-16 offsets, in the order given",
    patient,
    () => {
      const given = [
        { id: "a", text: "👍🏽 Dr Okafor rang on 3 November 2025." },
        { id: 7, text: "The linen was late." },
      ];
      const path = file(
        "notes.jsonl",
        `${given.map((line) => JSON.stringify(line)).join("\n\n")}\n`,
      );
      const { status, lines } = run("identifiers", [path]);
      expect(status).toBe(0);
      const said = lines.map((line) => JSON.parse(line));
      expect(said.map(({ id }) => id)).toEqual(["a", 7]);
      expect(said[1]).toEqual({ id: 7, spans: [] });
      expect(Object.keys(said[0])).toEqual(["id", "spans"]);
      expect(
        said[0].spans.map(({ start, end, kind, ...rest }: Record<string, number | string>) => [
          kind,
          given[0]?.text.slice(Number(start), Number(end)),
          rest,
        ]),
      ).toEqual([
        ["PERSON", "Dr Okafor", {}],
        ["DATE", "3 November 2025", {}],
      ]);
    },
  );

  it("names a line that it does not understand, reads on, and ends in failure", patient, () => {
    const path = file(
      "broken.jsonl",
      '{"id":"a","text":"x"}\n{"id":"b"}\nnot JSON\n{"id":"c","text":"y"}\n',
    );
    const { status, lines, told } = run("identifiers", [path]);
    expect(status).toBe(1);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["a", "c"]);
    expect(told).toContain("line 2 is not");
    expect(told).toContain("line 3 is not");
  });

  it("ends with 2 where there is no file to read", patient, () => {
    expect(run("identifiers")).toMatchObject({ status: 2, lines: [] });
    const missing = run("identifiers", [join(folder, "missing.jsonl")]);
    expect(missing).toMatchObject({ status: 2, lines: [] });
    expect(missing.told).toContain("cannot be read");
  });
});

describe("npm run -s chart", () => {
  it("prints the expected object of a series on one line", patient, () => {
    const path = file("series.json", JSON.stringify({ values: [4, 6, 5, 7, 3, 5, 6, 4] }));
    const { status, lines } = run("chart", [path]);
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    const said = JSON.parse(lines[0] ?? "");
    expect(Object.keys(said)).toEqual([
      "segments",
      "specialCauseType",
      "pointType",
      "variation",
      "assurance",
    ]);
    expect(said.segments).toHaveLength(1);
    expect(said.segments[0]).toMatchObject({ start: 0, end: 7, mean: 5, meanMovingRange: 2 });
    expect(said.pointType).toHaveLength(8);
  });

  it(
    "says what is wrong with a series, and ends with 1; with 2 where nothing can be read",
    patient,
    () => {
      const bad = run("chart", [file("bad.json", '{"values":[1,"two"]}')]);
      expect(bad).toMatchObject({ status: 1, lines: [] });
      expect(bad.told).toContain("Not a series");
      expect(run("chart", [file("torn.json", '{"values":')])).toMatchObject({
        status: 2,
        lines: [],
      });
      expect(run("chart")).toMatchObject({ status: 2, lines: [] });
    },
  );
});

describe("npm run -s themes", () => {
  it(
    "answers each line with one line, errors included, and ends well with its input",
    patient,
    () => {
      const lines = [
        { reset: true },
        { id: "a", at: "2026-03-01T08:00:00Z", text: "The bleep went every six minutes." },
        { id: "b", at: "2026-03-02T08:00:00Z", text: "The bleep went every six minutes." },
        { same: ["b", "a"] },
        { different: ["b", "nobody"] },
      ];
      const input = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n\n{\n`;
      const { status, lines: answers } = run("themes", [], input);
      expect(status).toBe(0);
      expect(answers.map((line) => JSON.parse(line))).toEqual([
        { ok: true },
        { id: "a", reminds: [], prompt: null },
        { id: "b", reminds: ["a"], prompt: null },
        { ok: true, prompt: null },
        { error: expect.any(String) },
        { error: "not a line of JSON" },
      ]);
    },
  );
});
