import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
const read = (path: string) => readFileSync(path, "utf8");

test("every rule that code or a test cites stands in a SPEC", () => {
  const specs = tracked.filter((path) => path.endsWith("/SPEC.md")).map(read);
  const ruled = new Set(
    specs.flatMap((spec) => spec.match(/(?<=^- \*\*\[)[A-Z]\d+(?=\])/gm) ?? []),
  );
  const cited = tracked
    .filter((path) => /^(src|test)\/.*\.tsx?$/.test(path))
    .flatMap((path) => {
      const lists = read(path).match(/\[[A-Z]\d{1,2}(, [A-Z]\d{1,2})*\]/g) ?? [];
      return lists.flatMap((list) =>
        (list.match(/[A-Z]\d+/g) ?? []).map((rule) => ({ path, rule })),
      );
    });
  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter(({ rule }) => !ruled.has(rule))).toEqual([]);
});

test("every link between our documents leads somewhere", () => {
  const links = tracked
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = ""]) =>
        join(dirname(path), to),
      ),
    );
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

test("DECISIONS says why of every dependency, and of none that is gone", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies",
    Readonly<Record<string, string>>
  >;
  const [, table = ""] = read("DECISIONS.md").split("\n## Dependencies\n");
  const named = [...table.matchAll(/^\| (?!library |---)([^|]+) \|/gm)].flatMap(([, cell = ""]) =>
    cell.split(/[,;]| and /).map((name) => name.trim().split(" ")[0] ?? ""),
  );
  const covers = (name: string, library: string) =>
    name.endsWith("*") ? library.startsWith(name.slice(0, -1)) : library === name;
  const libraries = Object.keys({ ...dependencies, ...devDependencies });
  const untold = libraries.filter((library) => !named.some((name) => covers(name, library)));
  expect(untold).toEqual([]);
  expect(named.filter((name) => !libraries.some((library) => covers(name, library)))).toEqual([]);
});
