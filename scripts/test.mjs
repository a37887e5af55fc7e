// `npm test`: types, lint, dead code, unit and architecture, browser, build, end to end. Runs every
// part even when one fails, and ends with one line of counts. Arguments choose parts by name:
// `npm test -- unit browser`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./ensureChromium.mjs";

const results = "test-results";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const chosen = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
const bin = (name) => `node_modules/.bin/${name}`;
const run = (command, parameters) =>
  spawnSync(command, parameters, { stdio: "inherit", shell: process.platform === "win32" })
    .status === 0;

/** A check that passes or fails as one. */
function check(name, command, parameters) {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  console.log(`\n── ${name}`);
  totals[run(command, parameters) ? "passed" : "failed"] += 1;
}

/** A test runner whose own JSON report is counted; a runner that died without one counts as a failure. */
function suite(name, command, parameters, report, count) {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  console.log(`\n── ${name}`);
  const ended = run(command, parameters);
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const { passed, failed } = count(JSON.parse(readFileSync(report, "utf8")));
  totals.passed += passed;
  totals.failed += failed;
  if (!ended && failed === 0) totals.failed += 1;
}

const vitest = (project) => {
  const report = `${results}/${project}.json`;
  suite(
    project,
    bin("vitest"),
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    report,
    (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  );
};

if (!existsSync("../shared/data")) {
  console.log("../shared/data is not here: tests that read it use the project's own made-up data.");
}
await ensureChromium();
check("messages", "npm", ["run", "--silent", "messages"]);
check("types", process.execPath, ["scripts/types.mjs"]);
check("lint", bin("biome"), ["ci", "--reporter=summary", "."]);
check("knip", bin("knip"), ["--no-progress"]);
vitest("unit");
vitest("browser");
check("build", "npm", ["run", "--silent", "build"]);
suite("e2e", bin("playwright"), ["test"], `${results}/e2e.json`, ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
}));

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
