// `npm test`: types, lint, dead code, unit and architecture, browser; beside them build, then end to
// end. Runs every part even when one fails, and ends with one line of counts. Arguments choose parts
// by name: `npm test -- unit browser`.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./ensureChromium.mjs";

const results = "test-results";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const chosen = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
const bin = (name) => `node_modules/.bin/${name}`;

/** Runs a command; `show` takes what it prints. Whether it ended well. */
const run = (command, parameters, show) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    child.stdout.on("data", show);
    child.stderr.on("data", show);
    child.on("error", () => resolve(false));
    child.on("close", (status) => resolve(status === 0));
  });

/** A check that passes or fails as one. */
const check = (name, command, parameters) => ({
  name,
  run: async (show) => {
    totals[(await run(command, parameters, show)) ? "passed" : "failed"] += 1;
  },
});

/** A test runner whose own JSON report is counted; a runner that died without one counts as a failure. */
const suite = (name, command, parameters, report, count) => ({
  name,
  run: async (show) => {
    const ended = await run(command, parameters, show);
    if (!existsSync(report)) {
      totals.failed += 1;
      return;
    }
    const { passed, failed } = count(JSON.parse(readFileSync(report, "utf8")));
    totals.passed += passed;
    totals.failed += failed;
    if (!ended && failed === 0) totals.failed += 1;
  },
});

const vitest = (project) => {
  const report = `${results}/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return suite(
    project,
    bin("vitest"),
    ["run", "--project", project, ...reporters],
    report,
    (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  );
};

/** One part after the other. */
async function inTurn(parts, show) {
  for (const part of parts) {
    if (chosen.length > 0 && !chosen.includes(part.name)) continue;
    show(`\n── ${part.name}\n`);
    await part.run(show);
  }
}

if (!existsSync("../shared/data")) {
  console.log("../shared/data is not here: tests that read it use the project's own made-up data.");
}
await ensureChromium();
const print = (text) => process.stdout.write(text);
await inTurn([check("messages", "npm", ["run", "--silent", "messages"])], print);
// Two rows beside each other, for the cores that one leaves idle; the second is printed when both are done.
const later = [];
await Promise.all([
  inTurn(
    [
      check("types", process.execPath, ["scripts/types.mjs"]),
      check("lint", bin("biome"), ["ci", "--reporter=summary", "."]),
      check("knip", bin("knip"), ["--no-progress"]),
      vitest("unit"),
      vitest("browser"),
    ],
    print,
  ),
  inTurn(
    [
      check("build", "npm", ["run", "--silent", "build"]),
      suite("e2e", bin("playwright"), ["test"], `${results}/e2e.json`, ({ stats }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
      })),
    ],
    (text) => later.push(text),
  ),
]);
for (const text of later) print(text);

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
