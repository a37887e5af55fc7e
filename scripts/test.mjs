// `npm test`: types, lint and dead code beside the build; then unit and architecture, end to end and
// browser, several at a time. Runs every part even when one fails, and ends with one line of counts.
// Arguments choose parts by name: `npm test -- unit browser`.
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
const run = (command, parameters, show, environment = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      env: { ...process.env, ...environment },
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
const suite = (name, command, parameters, report, count, environment) => ({
  name,
  run: async (show) => {
    const ended = await run(command, parameters, show, environment);
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

const vitest = (project, name, parameters = []) => {
  const report = `${results}/${name.replaceAll(/\W+/g, "-")}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return suite(
    name,
    bin("vitest"),
    ["run", "--project", project, ...parameters, ...reporters],
    report,
    (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  );
};

/** Thirds of a long suite: short enough that nobody is left long with the last one. */
const thirds = (make) => [1, 2, 3].map((which) => make(which, `--shard=${which}/3`));

/** A third of the end-to-end tests, with a server, ports and a folder of its own. */
const endToEnd = (which, shard) => {
  const port = Number(process.env.E2E_PORT ?? 8790) + (which - 1) * 10;
  return suite(
    `e2e ${which}`,
    bin("playwright"),
    ["test", shard],
    `${results}/e2e-${port}.json`,
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
    { E2E_PORT: String(port) },
  );
};

/** Prints what a part says, line by line, with its name before it. */
function speaker(name) {
  let begun = "";
  return (text) => {
    const lines = (begun + text).split("\n");
    begun = lines.pop();
    for (const line of lines) console.log(`${name.padEnd(9)} │ ${line}`);
  };
}

/** What is asked for by name; what is tested end to end is built first. */
const isChosen = ({ name }) =>
  chosen.length === 0 ||
  chosen.includes(name.split(" ")[0]) ||
  (name === "build" && chosen.includes("e2e"));

/** How many parts at a time, on two cores as well: much of the time tests wait for a browser, a disk or a server. */
const lanes = 3;

/** All of the parts, some at a time: whoever is done takes the next. */
async function runAll(parts) {
  const waiting = parts.filter(isChosen);
  const take = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const [began, show] = [performance.now(), speaker(part.name)];
      await part.run(show);
      show(`\n── ${Math.round((performance.now() - began) / 1000)} s\n`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, take));
}

if (!existsSync("../shared/data")) {
  console.log("../shared/data is not here: tests that read it use the project's own made-up data.");
}
await ensureChromium();
await runAll([check("messages", "npm", ["run", "--silent", "messages"])]);
await runAll([
  check("build", "npm", ["run", "--silent", "build"]),
  check("types", process.execPath, ["scripts/types.mjs"]),
  check("lint", bin("biome"), ["ci", "--reporter=summary", "."]),
  check("knip", bin("knip"), ["--no-progress"]),
]);
// The longest first. Vite gathers what all of the browser's thirds import while the first runs.
const [inBrowser, ...othersInBrowser] = thirds((which, shard) =>
  vitest("browser", `browser ${which}`, [shard]),
);
await runAll([
  vitest("unit", "unit"),
  inBrowser,
  ...thirds(endToEnd).reverse(),
  ...othersInBrowser,
]);

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
