import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everydayNameList, firstNameList, surnameList } from "#identity/nameLists.ts";
import { wordList } from "#identity/wordList.ts";

/** Packages that files of ours were made from, as their first lines say. */
function madeFrom(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const path of readdirSync("src", { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const [head = ""] = readFileSync(join("src", path), "utf8").split("\n\n");
    if (!head.includes("Made by scripts/")) continue;
    found.set(path, head.match(/@[a-z-]+\/[a-z-]+/g) ?? []);
  }
  return found;
}

test("whatever a list of ours was made from has its licence in every build", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const { append } = JSON.parse(readFileSync(".generatelicensefile.json", "utf8")) as {
    append: readonly string[];
  };
  const appended = append.map((path) => readFileSync(path, "utf8")).join("\n");
  const made = madeFrom();
  expect(made.size).toBeGreaterThanOrEqual(3);
  for (const [path, packages] of made) {
    expect(packages, path).not.toEqual([]);
    for (const name of packages) {
      expect(name in dependencies || appended.includes(`${name} `), `${path}: ${name}`).toBe(true);
    }
  }
  expect(appended).toContain("Permission is hereby granted, free of charge");
});

test("the lists are what their scripts wrote", () => {
  const sum = (text: string) => createHash("sha256").update(text).digest("hex");
  const saidIn = (path: string) => /^\/\/ ([\da-f]{64})$/m.exec(readFileSync(path, "utf8"))?.[1];
  expect(sum([firstNameList, surnameList, everydayNameList].join("\n"))).toBe(
    saidIn("src/identity/nameLists.ts"),
  );
  expect(sum(wordList)).toBe(saidIn("src/identity/wordList.ts"));
});
